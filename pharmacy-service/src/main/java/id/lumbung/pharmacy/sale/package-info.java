/** Sales over the counter, sent one by one or in batches by an outlet that was offline. */
@NullMarked
package id.lumbung.pharmacy.sale;

import org.jspecify.annotations.NullMarked;
