/** The money drawer of a shop's day: what it began with, what was counted, what is missing. */
@NullMarked
package id.lumbung.retail.till;

import org.jspecify.annotations.NullMarked;
