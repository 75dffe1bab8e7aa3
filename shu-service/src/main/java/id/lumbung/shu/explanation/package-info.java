/** How each number of a member's part comes about, down to the entries of the journal. */
@NullMarked
package id.lumbung.shu.explanation;

import org.jspecify.annotations.NullMarked;
