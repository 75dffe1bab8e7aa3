/**
 * Members' accounts of a year as they count towards its surplus, frozen or still open, and what all
 * of them come to.
 */
@NullMarked
package id.lumbung.shu.closing.measure;

import org.jspecify.annotations.NullMarked;
