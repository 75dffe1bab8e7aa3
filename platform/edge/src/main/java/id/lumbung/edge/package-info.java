/** What the gateway and the services need alike, and no library of theirs gives. */
@NullMarked
package id.lumbung.edge;

import org.jspecify.annotations.NullMarked;
