/** What happens to every request: its trace, and the limits of its body. */
@NullMarked
package id.lumbung.edge.web;

import org.jspecify.annotations.NullMarked;
