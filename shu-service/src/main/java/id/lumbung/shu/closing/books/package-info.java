/**
 * Closes a year's books, and takes the closing back: one year at a time and in their order, once
 * all gates are open; then the accounts are frozen.
 */
@NullMarked
package id.lumbung.shu.closing.books;

import org.jspecify.annotations.NullMarked;
