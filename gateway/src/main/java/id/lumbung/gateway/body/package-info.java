/** Bodies of requests: how large, how slow, and how many bytes of them are in memory at a time. */
@NullMarked
package id.lumbung.gateway.body;

import org.jspecify.annotations.NullMarked;
