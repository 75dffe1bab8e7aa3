/** The published language and how it travels. */
@NullMarked
package id.lumbung.backbone.event;

import org.jspecify.annotations.NullMarked;
