/** Carries a request to its service and the answer back, neither of them changed on the way. */
@NullMarked
package id.lumbung.gateway.proxy;

import org.jspecify.annotations.NullMarked;
