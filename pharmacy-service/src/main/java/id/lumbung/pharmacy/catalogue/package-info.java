/** The medicines that a cooperative's pharmacies hand over. */
@NullMarked
package id.lumbung.pharmacy.catalogue;

import org.jspecify.annotations.NullMarked;
