package id.lumbung.pharmacy.receipt;

import id.lumbung.pharmacy.sale.Payment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a receipt.
 *
 * @param heading of the shop, as it wants to be named
 * @param code by which the sale is named
 * @param time with the zone, by the shop's clock
 * @param payments empty where nobody said how it was paid
 * @param isCopy whether it was printed before
 */
record Receipt(
        @Nullable String heading,
        String code,
        String time,
        boolean isMembers,
        List<Line> lines,
        long total,
        List<Payment> payments,
        boolean isCopy) {

    /**
     * @param quantity with its unit
     * @param amount rupiah for the whole line
     */
    record Line(String name, String quantity, long amount) {}
}
