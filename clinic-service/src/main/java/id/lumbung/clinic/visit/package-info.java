/**
 * Visits, what was paid for them, and what was paid back. What was found and done stays here:
 * events carry ids and rupiah.
 */
@NullMarked
package id.lumbung.clinic.visit;

import org.jspecify.annotations.NullMarked;
