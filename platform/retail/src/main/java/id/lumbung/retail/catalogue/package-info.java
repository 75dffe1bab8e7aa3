/**
 * What a cooperative's shops sell: products, packs, barcodes, prices and ceiling prices by date.
 */
@NullMarked
package id.lumbung.retail.catalogue;

import org.jspecify.annotations.NullMarked;
