/** Asks other services of Lumbung, and says in one way what became of the question. */
@NullMarked
package id.lumbung.backbone.client;

import org.jspecify.annotations.NullMarked;
