/** Savings (simpanan): what members pay in and take out. */
@NullMarked
package id.lumbung.membership.savings;

import org.jspecify.annotations.NullMarked;
