/** Visits to the village clinic and the settling of their fees. */
@NullMarked
package id.lumbung.clinic;

import org.jspecify.annotations.NullMarked;
