package id.lumbung.pharmacy.discrepancy;

import id.lumbung.pharmacy.sale.SaleDiscrepancy;
import id.lumbung.retail.discrepancy.Discrepancy;
import id.lumbung.retail.discrepancy.DiscrepancyKind;
import id.lumbung.retail.stock.StockDiscrepancy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Discrepancies as persons read them. */
@Component
class DiscrepancyList {

    private static final Map<String, DiscrepancyKind> KINDS =
            Stream.<DiscrepancyKind[]>of(StockDiscrepancy.values(), SaleDiscrepancy.values())
                    .flatMap(Arrays::stream)
                    .collect(Collectors.toMap(DiscrepancyKind::name, Function.identity()));

    private final FoundDiscrepancies found;
    private final Settlements settlements;

    DiscrepancyList(FoundDiscrepancies found, Settlements settlements) {
        this.found = found;
        this.settlements = settlements;
    }

    private static DiscrepancyKind kind(String name) {
        var kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalStateException("No discrepancy is of the kind " + name);
        }
        return kind;
    }

    /** Those of some days of an outlet, each with how it was settled last. */
    List<ListedDiscrepancy> of(Days days) {
        var these = found.of(days);
        var ids = these.discrepancies().stream().map(Discrepancy::id).toList();
        var settled = settlements.of(days.cooperativeId(), ids);
        return these.discrepancies().stream()
                .map(it ->
                        ListedDiscrepancy.of(
                                it,
                                kind(it.kind()),
                                these.facts().get(it.cause()),
                                settled.get(it.id())))
                .toList();
    }
}
