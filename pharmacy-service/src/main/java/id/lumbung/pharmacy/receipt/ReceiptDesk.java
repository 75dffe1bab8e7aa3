package id.lumbung.pharmacy.receipt;

import id.lumbung.pharmacy.catalogue.Products;
import id.lumbung.pharmacy.licence.OutletProfiles;
import id.lumbung.pharmacy.sale.ReceiptCode;
import id.lumbung.pharmacy.sale.Sale;
import id.lumbung.pharmacy.sale.SaleLine;
import id.lumbung.retail.catalogue.Product;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes receipts of sales. */
@Component
class ReceiptDesk {

    /** Who asks later than this has one already. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");

    private final Products products;
    private final OutletProfiles outlets;
    private final Clock clock;

    ReceiptDesk(Products products, OutletProfiles outlets, Clock clock) {
        this.products = products;
        this.outlets = outlets;
        this.clock = clock;
    }

    /**
     * @param heading of the shop; null for none
     * @param isReprint whether whoever asks knows that it was printed before; ten minutes after the
     *     sale came in, it counts as that whatever is said
     */
    Receipt of(Sale sale, @Nullable String heading, boolean isReprint) {
        var zone = outlets.of(sale.cooperativeId(), sale.outletId()).zone();
        return new Receipt(
                heading,
                ReceiptCode.of(sale.id()),
                "%s %s".formatted(TIME.format(sale.at().atZone(zone.id())), zone),
                sale.memberId() != null,
                sale.lines().stream().map(line -> line(sale, line)).toList(),
                sale.total().amount(),
                Objects.requireNonNullElse(sale.payments(), List.of()),
                isReprint || clock.instant().isAfter(sale.recordedAt().plus(FRESH)));
    }

    private Receipt.Line line(Sale sale, SaleLine line) {
        var product =
                Optional.ofNullable(line.productId())
                        .flatMap(id -> products.find(sale.cooperativeId(), id));
        var name =
                product.map(Product::name)
                        .orElseGet(() -> Objects.requireNonNullElse(line.medicine(), "-"));
        var unit = product.map(it -> " " + it.packs().baseUnit()).orElse("");
        return new Receipt.Line(name, line.quantity() + unit, line.amount().amount());
    }
}
