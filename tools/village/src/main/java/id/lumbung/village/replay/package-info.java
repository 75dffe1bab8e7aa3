/** Real input: the hourly sales of a pharmacy, made into sales and sent as by an outlet. */
@NullMarked
package id.lumbung.village.replay;

import org.jspecify.annotations.NullMarked;
