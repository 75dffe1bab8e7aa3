/**
 * Measures each path beside its ceiling, in one run on one machine. Times are noise; ratios tell.
 */
@NullMarked
package id.lumbung.bench;

import org.jspecify.annotations.NullMarked;
