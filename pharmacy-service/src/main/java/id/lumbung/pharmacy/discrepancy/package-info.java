/** What happened and does not fit the books or the rules, and how persons settled it. */
@NullMarked
package id.lumbung.pharmacy.discrepancy;

import org.jspecify.annotations.NullMarked;
