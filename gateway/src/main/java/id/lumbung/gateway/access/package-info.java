/** Who may come in: the token is checked, and the request is counted. */
@NullMarked
package id.lumbung.gateway.access;

import org.jspecify.annotations.NullMarked;
