/**
 * Stock cards in MongoDB. Movements stand in the facts that they are part of, in one write with
 * them; cards follow from those, and are taken up again from monthly sheets.
 */
@NullMarked
package id.lumbung.retail.ledger;

import org.jspecify.annotations.NullMarked;
