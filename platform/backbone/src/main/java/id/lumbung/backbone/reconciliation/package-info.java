/** Control totals: what an outlet's own database holds, day by day, to compare with the journal. */
@NullMarked
package id.lumbung.backbone.reconciliation;

import org.jspecify.annotations.NullMarked;
