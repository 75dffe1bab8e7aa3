/**
 * Whose tokens are taken, and how they are checked; the same in the gateway and in the services.
 */
@NullMarked
package id.lumbung.edge.token;

import org.jspecify.annotations.NullMarked;
