/** Cooperatives, outlets, members and their savings. */
@NullMarked
package id.lumbung.membership;

import org.jspecify.annotations.NullMarked;
