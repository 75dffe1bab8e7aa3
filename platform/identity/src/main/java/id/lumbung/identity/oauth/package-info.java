/** The tokens: who may ask for them, what they say, and how long they last. */
@NullMarked
package id.lumbung.identity.oauth;

import org.jspecify.annotations.NullMarked;
