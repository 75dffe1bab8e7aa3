/** Returns (retur): a sale, or part of it, taken back. */
@NullMarked
package id.lumbung.pharmacy.returns;

import org.jspecify.annotations.NullMarked;
