/** What does not fit the books and waits for a person: its kind, its figures, who may settle it. */
@NullMarked
package id.lumbung.retail.discrepancy;

import org.jspecify.annotations.NullMarked;
