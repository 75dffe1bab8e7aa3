/** The end of an outlet's day: what the books have of it, and what is in the drawer. */
@NullMarked
package id.lumbung.pharmacy.till;

import org.jspecify.annotations.NullMarked;
