/** What a customer is handed with the goods: receipts on narrow paper and on A4. */
@NullMarked
package id.lumbung.pharmacy.receipt;

import org.jspecify.annotations.NullMarked;
