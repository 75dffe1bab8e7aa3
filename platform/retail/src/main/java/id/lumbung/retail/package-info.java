/**
 * What shops of any kind share: goods and their prices, stock by batch, discrepancies, the till.
 * Knows no trade: what one kind of shop alone must keep stands in that shop's service.
 */
@NullMarked
package id.lumbung.retail;

import org.jspecify.annotations.NullMarked;
