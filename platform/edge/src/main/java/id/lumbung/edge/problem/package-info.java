/**
 * Every error leaves as RFC 9457 problem details: one vocabulary for the gateway and the services.
 */
@NullMarked
package id.lumbung.edge.problem;

import org.jspecify.annotations.NullMarked;
