/**
 * An outlet's stock by batch: what is done to it, its cards, and the lists that follow from them.
 */
@NullMarked
package id.lumbung.pharmacy.stock;

import org.jspecify.annotations.NullMarked;
