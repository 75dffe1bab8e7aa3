/** How often one caller may call, and how many of their requests are under way at a time. */
@NullMarked
package id.lumbung.gateway.limits;

import org.jspecify.annotations.NullMarked;
