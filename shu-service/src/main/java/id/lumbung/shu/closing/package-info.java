/**
 * The book year from its opening to the last rupiah paid: its books are closed when everything is
 * proved to be there, its surplus is proposed, decided by the annual meeting (RAT) and divided.
 * Each of these has a room of its own; here stands what carries a long step to its end.
 */
@NullMarked
package id.lumbung.shu.closing;

import org.jspecify.annotations.NullMarked;
