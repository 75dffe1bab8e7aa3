package id.lumbung.pharmacy.catalogue;

import id.lumbung.backbone.security.Owned;
import id.lumbung.edge.json.Bounded;
import id.lumbung.retail.catalogue.Barcode;
import id.lumbung.retail.catalogue.Pack;
import id.lumbung.retail.catalogue.Packs;
import id.lumbung.retail.catalogue.PriceList;
import id.lumbung.retail.catalogue.Product;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as the manager describes it. Its prices are said beside it.
 *
 * @param code the cooperative's own, kept in capitals
 * @param baseUnit the smallest thing that is handed over, such as {@code tablet}
 * @param packs from the smallest to the largest, each a multiple of the one before
 * @param notForSale for stock of a programme, which is given away
 */
record ProductRequest(
        @NotNull UUID cooperativeId,
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9./_-]{0,59}") String code,
        @NotBlank @Size(max = 150) String name,
        @NotBlank @Size(max = 30) String baseUnit,
        @Nullable @Size(max = MAX_PACKS) List<@NotNull @Valid SaidPack> packs,
        @Nullable @Size(max = MAX_BARCODES) List<@NotBlank @Size(max = 20) String> barcodes,
        @Nullable Boolean notForSale,
        @NotNull @Valid MedicineTraits medicine)
        implements Owned {

    private static final int MAX_PACKS = 6;
    private static final int MAX_BARCODES = 20;

    /**
     * @param units base units in it
     */
    record SaidPack(@NotBlank @Size(max = 30) String name, @Positive @Max(1_000_000) long units) {}

    ProductRequest {
        packs = Bounded.list(packs, MAX_PACKS);
        barcodes = Bounded.list(barcodes, MAX_BARCODES);
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when packs, barcodes or traits are not in order
     */
    Product product(UUID id) {
        return new Product(
                id,
                cooperativeId,
                code.toUpperCase(Locale.ROOT),
                name.strip(),
                new Packs(
                        baseUnit.strip(),
                        packs == null
                                ? List.of()
                                : packs.stream()
                                        .map(it -> new Pack(it.name().strip(), it.units()))
                                        .toList()),
                barcodes == null
                        ? List.of()
                        : barcodes.stream().map(Barcode::of).distinct().toList(),
                PriceList.NONE,
                List.of(),
                medicine.kept(),
                !Boolean.TRUE.equals(notForSale),
                0,
                Instant.EPOCH);
    }
}
