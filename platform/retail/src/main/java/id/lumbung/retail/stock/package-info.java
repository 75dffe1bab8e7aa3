/**
 * Stock by batch, as arithmetic alone: movements in, card out. Knows no database and no clock. A
 * card follows from the set of its movements, in whatever order they became known.
 */
@NullMarked
package id.lumbung.retail.stock;

import org.jspecify.annotations.NullMarked;
