/**
 * What is kept of a book year: its document with every step taken so far, what it keeps as true,
 * and who took each step. The other rooms of the closing stand on it; it knows none of them.
 */
@NullMarked
package id.lumbung.shu.closing.record;

import org.jspecify.annotations.NullMarked;
