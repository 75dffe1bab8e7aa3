/** What the annual meeting (RAT) decided, who was there, and the second signature under it. */
@NullMarked
package id.lumbung.shu.closing.meeting;

import org.jspecify.annotations.NullMarked;
