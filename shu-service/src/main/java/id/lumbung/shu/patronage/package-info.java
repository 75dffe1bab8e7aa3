/**
 * What members and their cooperative did in a book year, to be looked at: sums, and the entries
 * behind them by the page. What a division counts is in {@code account}.
 */
@NullMarked
package id.lumbung.shu.patronage;

import org.jspecify.annotations.NullMarked;
