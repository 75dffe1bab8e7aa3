/**
 * What each member did and held in a book year, as its division sees it: computed from the journal,
 * and frozen when the books close.
 */
@NullMarked
package id.lumbung.shu.account;

import org.jspecify.annotations.NullMarked;
