/** Who may call: people, outlets and services, how they prove it, and the tokens they get. */
@NullMarked
package id.lumbung.identity;

import org.jspecify.annotations.NullMarked;
