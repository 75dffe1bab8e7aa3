/** The keys that sign tokens. */
@NullMarked
package id.lumbung.identity.keys;

import org.jspecify.annotations.NullMarked;
