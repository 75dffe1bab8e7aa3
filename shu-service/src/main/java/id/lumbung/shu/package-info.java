/** The journal of what each member did, from which the year's surplus (SHU) is divided. */
@NullMarked
package id.lumbung.shu;

import org.jspecify.annotations.NullMarked;
