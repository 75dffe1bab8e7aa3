package id.lumbung.retail.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Something a cooperative's shops sell.
 *
 * @param code the cooperative's own, unique in its catalogue, capitals
 * @param name as it is printed on receipts
 * @param ceilings what the ceiling price is reckoned from, by date; empty where there is none
 * @param traits what one kind of shop keeps about its goods and no other reads
 * @param isSold whether it may be sold at all; stock of what may not is still counted
 * @param version counts the changes, from 0
 * @param changedAt when the last change was written, to the millisecond
 */
public record Product(
        UUID id,
        UUID cooperativeId,
        String code,
        String name,
        Packs packs,
        List<Barcode> barcodes,
        PriceList prices,
        List<CeilingPrice> ceilings,
        Map<String, String> traits,
        boolean isSold,
        long version,
        Instant changedAt) {

    public Product {
        barcodes = List.copyOf(barcodes);
        ceilings = List.copyOf(ceilings);
        traits = Map.copyOf(traits);
    }

    /** The same product with one more price. */
    public Product priced(DatedPrice price) {
        return with(prices.with(price), ceilings);
    }

    /** The same product with what its ceiling is reckoned from since another date. */
    public Product capped(CeilingPrice ceiling) {
        var others = ceilings.stream().filter(it -> !it.from().equals(ceiling.from()));
        return with(prices, Stream.concat(others, Stream.of(ceiling)).toList());
    }

    private Product with(PriceList prices, List<CeilingPrice> ceilings) {
        return new Product(
                id,
                cooperativeId,
                code,
                name,
                packs,
                barcodes,
                prices,
                ceilings,
                traits,
                isSold,
                version,
                changedAt);
    }
}
