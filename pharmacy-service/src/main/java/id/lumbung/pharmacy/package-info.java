/** Sales over the counter of the village pharmacy, and their returns. */
@NullMarked
package id.lumbung.pharmacy;

import org.jspecify.annotations.NullMarked;
