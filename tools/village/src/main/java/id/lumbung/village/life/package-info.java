/** A made-up village whose cooperative, outlets and members follow from a name and a seed. */
@NullMarked
package id.lumbung.village.life;

import org.jspecify.annotations.NullMarked;
