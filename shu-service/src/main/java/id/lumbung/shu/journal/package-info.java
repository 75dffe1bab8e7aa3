/**
 * The journal: one entry for each event that was published, whatever order it came in and however
 * often.
 */
@NullMarked
package id.lumbung.shu.journal;

import org.jspecify.annotations.NullMarked;
