/** Whole rupiah and their exact division. */
@NullMarked
package id.lumbung.backbone.money;

import org.jspecify.annotations.NullMarked;
