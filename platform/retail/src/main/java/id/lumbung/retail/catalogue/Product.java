package id.lumbung.retail.catalogue;

import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /**
     * The same product with one more price, or one put right.
     *
     * @param corrects see {@link PriceList#with(DatedPrice, Rupiah)}
     */
    public Product priced(DatedPrice price, @Nullable Rupiah corrects) {
        return with(prices.with(price, corrects), ceilings);
    }

    /** The same product with what its ceiling is reckoned from since another date. */
    public Product capped(CeilingPrice ceiling) {
        var others = ceilings.stream().filter(it -> !it.from().equals(ceiling.from()));
        return with(
                prices,
                Stream.concat(others, Stream.of(ceiling))
                        .sorted(Comparator.comparing(CeilingPrice::from))
                        .toList());
    }

    /**
     * The same product as described anew. Prices and ceilings stay.
     *
     * @throws id.lumbung.edge.problem.Refusal when the base unit is another: all stock and prices
     *     are counted in it
     */
    public Product describedAs(Product described) {
        if (!packs.baseUnit().equals(described.packs.baseUnit())) {
            throw CatalogueRule.BASE_UNIT_FIXED.because(
                    "Satuan terkecil %s tetap '%s': stok dan harga dihitung dengannya. Untuk satuan lain daftarkan produk baru."
                            .formatted(code, packs.baseUnit()),
                    "The base unit of %s stays '%s': stock and prices are counted in it. Enter a new product for another."
                            .formatted(code, packs.baseUnit()));
        }
        return new Product(
                id,
                cooperativeId,
                described.code,
                described.name,
                described.packs,
                described.barcodes,
                prices,
                ceilings,
                described.traits,
                described.isSold,
                version,
                changedAt);
    }

    Product changed(long version, Instant at) {
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
                at);
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
