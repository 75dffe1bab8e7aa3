/** The paying out of what members are due of a divided year. */
@NullMarked
package id.lumbung.shu.payout;

import org.jspecify.annotations.NullMarked;
