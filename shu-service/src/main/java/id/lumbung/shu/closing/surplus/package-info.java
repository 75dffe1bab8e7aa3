/**
 * Divides a year's surplus among its members once the meeting has decided, proves the division
 * again, and says what of it may still be paid or taken back.
 */
@NullMarked
package id.lumbung.shu.closing.surplus;

import org.jspecify.annotations.NullMarked;
