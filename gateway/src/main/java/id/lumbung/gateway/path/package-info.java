/** What each path asks of its caller; a path that could be read in two ways is refused. */
@NullMarked
package id.lumbung.gateway.path;

import org.jspecify.annotations.NullMarked;
