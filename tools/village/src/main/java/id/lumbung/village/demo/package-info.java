/** A village's year to look at: made up, but in the shape of a real pharmacy's trade. */
@NullMarked
package id.lumbung.village.demo;

import org.jspecify.annotations.NullMarked;
