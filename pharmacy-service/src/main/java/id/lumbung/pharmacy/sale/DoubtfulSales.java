package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.DoubtfulTimes;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sales that a device with a wrong clock recorded, for a person to say when they were made. */
@RestController
class DoubtfulSales {

    private static final int MAX_SHOWN = 1_000;

    private final FactStore<Sale> sales;
    private final AuditLog audit;

    DoubtfulSales(FactStore<Sale> sales, AuditLog audit) {
        this.sales = sales;
        this.audit = audit;
    }

    /**
     * @param at when it was made; the time it has, where that is right
     */
    record SettledTime(@NotNull Instant at) {}

    @Operation(
            summary =
                    "An outlet's sales whose time is doubtful; they count nowhere until it is settled")
    @GetMapping("/sales/doubtful-times")
    List<DoubtfulTimes.Doubtful> list(
            @RequestParam UUID cooperativeId, @RequestParam UUID outletId) {
        return sales.doubtfulTimes().ofOutlet(cooperativeId, outletId, MAX_SHOWN);
    }

    @Operation(summary = "Settle when a sale was made; the sale that counts is answered")
    @PutMapping("/sales/{id}/time")
    Sale settle(@PathVariable UUID id, @Valid @RequestBody SettledTime settled) {
        var sale =
                sales.find(id)
                        .filter(RequestGrant.current()::covers)
                        .orElseThrow(() ->
                                SaleRule.NO_SUCH_SALE.because(
                                        "Tidak tercatat penjualan dengan id ini.",
                                        "No sale is recorded under this id."));
        var at = settled.at().truncatedTo(ChronoUnit.MILLIS);
        if (!sales.doubtfulTimes().isDoubtful(id)) {
            var standIn = sales.doubtfulTimes().standIn(sale);
            if (standIn.at().equals(at)) {
                return standIn;
            }
            throw settledOtherwise(standIn.at());
        }
        audit.record(
                "SALE_TIME_SETTLED", sale.cooperativeId(), id.toString(), sale.at() + " -> " + at);
        return sales.doubtfulTimes()
                .settle(sale, at, sale::settledAt)
                .orElseThrow(() -> settledOtherwise(sales.doubtfulTimes().standIn(sale).at()));
    }

    private static Refusal settledOtherwise(Instant at) {
        return SaleRule.TIME_NOT_DOUBTFUL.because(
                "Waktu penjualan ini tidak diragukan, atau sudah dipastikan sebagai %s, atau sedang dipastikan lain oleh orang lain. Baca lagi."
                        .formatted(at),
                "The time of this sale is not doubtful, or was settled as %s, or somebody settles it otherwise at this moment. Read it again."
                        .formatted(at));
    }
}
