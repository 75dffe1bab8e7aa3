/**
 * What a member, and all of a cooperative, did in a book year: the sums by which its surplus is
 * divided, and the entries behind them.
 */
@NullMarked
package id.lumbung.shu.patronage;

import org.jspecify.annotations.NullMarked;
