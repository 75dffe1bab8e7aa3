/** Who looked at what is nobody else's business, and who changed it: lines that are only added. */
@NullMarked
package id.lumbung.backbone.audit;

import org.jspecify.annotations.NullMarked;
