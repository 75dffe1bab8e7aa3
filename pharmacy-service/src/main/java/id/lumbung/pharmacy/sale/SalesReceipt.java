package id.lumbung.pharmacy.sale;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of each sale of a batch, in the order sent. The counts add up to the number of items.
 */
record SalesReceipt(
        int accepted, int duplicates, int conflicts, int refused, List<SaleResult> results) {

    static SalesReceipt of(List<SaleResult> results) {
        var counts =
                results.stream()
                        .collect(Collectors.groupingBy(SaleResult::outcome, Collectors.counting()));
        return new SalesReceipt(
                Math.toIntExact(counts.getOrDefault(SaleOutcome.ACCEPTED, 0L)),
                Math.toIntExact(counts.getOrDefault(SaleOutcome.DUPLICATE, 0L)),
                Math.toIntExact(counts.getOrDefault(SaleOutcome.CONFLICT, 0L)),
                Math.toIntExact(counts.getOrDefault(SaleOutcome.REFUSED, 0L)),
                results);
    }
}
