/**
 * The authorization server: who may call (people, outlets and services), how they prove it, and the
 * tokens they get. Here is what its rooms share; each room configures itself.
 */
@NullMarked
package id.lumbung.identity;

import org.jspecify.annotations.NullMarked;
