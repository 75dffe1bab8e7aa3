/** The book year: its days in the cooperative's zone, and the last days that the law sets. */
@NullMarked
package id.lumbung.shu.bookyear;

import org.jspecify.annotations.NullMarked;
