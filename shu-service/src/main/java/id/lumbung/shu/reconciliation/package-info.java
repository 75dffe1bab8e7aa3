/**
 * Whether all that happened at a cooperative is in the journal: the gates before its book year's
 * closing.
 */
@NullMarked
package id.lumbung.shu.reconciliation;

import org.jspecify.annotations.NullMarked;
