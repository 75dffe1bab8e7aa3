/**
 * What is prepared for the annual meeting: the policy, the year's result, and the division that
 * follows, with everything a board should look at before it shows them.
 */
@NullMarked
package id.lumbung.shu.closing.proposal;

import org.jspecify.annotations.NullMarked;
