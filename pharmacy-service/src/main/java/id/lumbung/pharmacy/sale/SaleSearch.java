package id.lumbung.pharmacy.sale;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.pharmacy.licence.OutletDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds an outlet's sales by their day and by the code on the receipt. */
@Component
public class SaleSearch {

    private static final int MAX_OF_A_CODE = 10;

    private final FactStore<Sale> sales;

    SaleSearch(FactStore<Sale> sales) {
        this.sales = sales.indexed(false, "outletId", "receiptCode");
    }

    /**
     * The sales of a day, the earliest first; one whose time a person has settled stands on the day
     * that was settled.
     *
     * @param after the id of the last one of the page before
     */
    public List<Sale> ofDay(
            UUID cooperativeId, UUID outletId, OutletDay day, @Nullable UUID after, int limit) {
        var ids = new ArrayList<UUID>();
        for (var document : sales.amounts(cooperativeId, outletId, day.from(), day.until())) {
            ids.add(document.get("_id", UUID.class));
        }
        var from = after == null ? 0 : ids.indexOf(after) + 1;
        var page = ids.subList(from, Math.min(ids.size(), from + limit));
        Map<UUID, Sale> found =
                sales.find(in("_id", page)).stream()
                        .collect(Collectors.toMap(Sale::id, Function.identity()));
        return page.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Those with a code: one, unless chance made two. */
    List<Sale> ofCode(UUID cooperativeId, UUID outletId, String code) {
        return sales.find(
                and(
                        eq("outletId", outletId),
                        eq("receiptCode", ReceiptCode.read(code)),
                        eq("cooperativeId", cooperativeId)),
                MAX_OF_A_CODE);
    }
}
