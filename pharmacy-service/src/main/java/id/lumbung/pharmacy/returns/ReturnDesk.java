package id.lumbung.pharmacy.returns;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.event.Event.SaleReturned;
import id.lumbung.backbone.fact.ClockTolerance;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.fact.RefusedFacts;
import id.lumbung.backbone.fact.SequencedWrites;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.pharmacy.sale.Sale;
import id.lumbung.pharmacy.stock.RecentStock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Where goods are brought back. Never gives back more than was sold, however many bring it at the
 * same moment.
 */
@Component
class ReturnDesk {

    private final FactStore<Return> returns;
    private final FactStore<Sale> sales;
    private final RefusedFacts refused;
    private final RecentStock stock;

    ReturnDesk(
            FactStores stores,
            FactStore<Sale> sales,
            RefusedFacts refusedReturns,
            RecentStock stock) {
        this.returns =
                stores.open(Return.class, "returns", SaleReturned.class)
                        .indexed(false, "saleId")
                        .indexed(true, "sequenceNumber");
        this.sales = sales;
        this.refused = refusedReturns;
        this.stock = stock;
    }

    Return find(UUID id) {
        return returns.find(id)
                .filter(RequestGrant.current()::covers)
                .orElseThrow(() ->
                        ReturnRule.NO_SUCH_RETURN.because(
                                "Tidak tercatat retur dengan id ini.",
                                "No return is recorded under this id."));
    }

    /**
     * @throws Refusal when the sale is not known, or more would be given back than was sold; the
     *     return is kept among the refused ones then
     */
    Return take(UUID id, ReturnRequest request) {
        var taken = refused.keeping(request.attempt(id), () -> record(id, request));
        stock.changed(taken.outletId(), taken.products());
        return taken;
    }

    private Return record(UUID id, ReturnRequest request) {
        var sale = sales.doubtfulTimes().standIn(sale(request));
        requireAfter(sale, request);
        return SequencedWrites.put(
                returns,
                id,
                () -> returns.find(Filters.eq("saleId", sale.id())),
                (number, earlier) -> {
                    var brought = request.of(id, sale, sale.id() + "/" + number, returns.now());
                    new ReturnLimits(sale, earlier, brought).require();
                    return brought;
                },
                first -> request.of(id, sale, first.sequenceNumber(), returns.now()));
    }

    private Sale sale(ReturnRequest request) {
        var sale =
                sales.find(request.saleId())
                        .filter(it -> it.cooperativeId().equals(request.cooperativeId()))
                        .orElseThrow(() ->
                                ReturnRule.SALE_NOT_KNOWN.because(
                                        "Penjualan %s tidak tercatat di sini. Kirim dahulu penjualannya, lalu returnya."
                                                .formatted(request.saleId()),
                                        "The sale %s is not recorded here. Send the sale first, then its return."
                                                .formatted(request.saleId())));
        if (!sale.outletId().equals(request.outletId())) {
            throw ReturnRule.SALE_OF_ANOTHER_OUTLET.because(
                    "Penjualan ini dibuat di gerai lain. Kembalikan di sana.",
                    "The sale was made at another outlet. Return it there.");
        }
        if (sales.doubtfulTimes().isDoubtful(sale.id())) {
            throw ReturnRule.SALE_TIME_DOUBTFUL.because(
                    "Waktu penjualan ini (%s) diragukan. Pastikan dahulu waktunya, lalu kirim returnya."
                            .formatted(sale.at()),
                    "The time of the sale (%s) is doubtful. Have it settled, then send the return."
                            .formatted(sale.at()),
                    Map.of("saleAt", sale.at().toString()));
        }
        return sale;
    }

    /**
     * Two devices' clocks may be apart; by more than that, nothing comes back before it is sold.
     */
    private static void requireAfter(Sale sale, ReturnRequest request) {
        if (ClockTolerance.isInTheFuture(sale.at(), request.at())) {
            throw ReturnRule.BEFORE_ITS_SALE.because(
                    "Retur ini bertanggal %s, sebelum penjualannya (%s). Periksa jam perangkat, lalu kirim lagi."
                            .formatted(request.at(), sale.at()),
                    "The return is dated %s, before its sale (%s). Set the device's clock and send it again."
                            .formatted(request.at(), sale.at()),
                    Map.of("at", request.at().toString(), "saleAt", sale.at().toString()));
        }
    }
}
