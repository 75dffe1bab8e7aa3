package id.lumbung.pharmacy.till;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.pharmacy.licence.OutletProfiles;
import id.lumbung.pharmacy.sale.Payment;
import id.lumbung.pharmacy.sale.Sale;
import id.lumbung.pharmacy.sale.SaleSearch;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What went through an outlet's drawer on a day, as the books have it. */
@Component
class CashOfDay {

    private final SaleSearch sales;
    private final OutletProfiles outlets;
    private final MongoOperations mongo;

    CashOfDay(SaleSearch sales, OutletProfiles outlets, MongoOperations mongo) {
        this.sales = sales;
        this.outlets = outlets;
        this.mongo = mongo;
    }

    /** Sales that were paid in cash, and those of which nobody said how. */
    Rupiah taken(UUID cooperativeId, UUID outletId, LocalDate day) {
        var when = outlets.day(cooperativeId, outletId, day);
        return sales.ofDay(cooperativeId, outletId, when, null, Integer.MAX_VALUE).stream()
                .map(CashOfDay::cash)
                .reduce(Rupiah.ZERO, Rupiah::plus);
    }

    private static Rupiah cash(Sale sale) {
        var payments = sale.payments();
        return payments == null
                ? sale.total()
                : payments.stream()
                        .filter(it -> it.method() == Payment.Method.CASH)
                        .map(Payment::amount)
                        .reduce(Rupiah.ZERO, Rupiah::plus);
    }

    /** What was paid back for goods. */
    Rupiah givenBack(UUID cooperativeId, UUID outletId, LocalDate day) {
        var when = outlets.day(cooperativeId, outletId, day);
        var from = Date.from(when.from());
        var until = Date.from(when.until());
        var sum = 0L;
        for (var document :
                mongo.getCollection("returns")
                        .find(
                                and(
                                        eq("outletId", outletId),
                                        gte("at", from),
                                        lt("at", until),
                                        eq("cooperativeId", cooperativeId)))) {
            sum -= document.get(FactStore.SIGNED_AMOUNT, Number.class).longValue();
        }
        return Rupiah.of(sum);
    }
}
