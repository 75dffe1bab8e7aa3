/** Cooperatives and their outlets. */
@NullMarked
package id.lumbung.membership.cooperative;

import org.jspecify.annotations.NullMarked;
