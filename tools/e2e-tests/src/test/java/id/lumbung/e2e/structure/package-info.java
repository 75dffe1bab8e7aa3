/**
 * The project's shape: what depends on what, how large things are, whether links lead somewhere.
 * Needs nothing running.
 */
@NullMarked
package id.lumbung.e2e.structure;

import org.jspecify.annotations.NullMarked;
