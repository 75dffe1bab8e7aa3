/** How JSON from outside is read: within limits, each key once, texts without hidden characters. */
@NullMarked
package id.lumbung.edge.json;

import org.jspecify.annotations.NullMarked;
