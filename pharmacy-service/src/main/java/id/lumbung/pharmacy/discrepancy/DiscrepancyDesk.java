package id.lumbung.pharmacy.discrepancy;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Caller;
import id.lumbung.pharmacy.discrepancy.FoundDiscrepancies.Days;
import id.lumbung.pharmacy.sale.SaleDiscrepancy;
import id.lumbung.retail.discrepancy.Discrepancy;
import id.lumbung.retail.discrepancy.DiscrepancyKind;
import id.lumbung.retail.stock.StockDiscrepancy;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where discrepancies are listed, and settled by those who may. */
@Component
class DiscrepancyDesk {

    private static final Map<String, DiscrepancyKind> KINDS =
            Stream.<DiscrepancyKind[]>of(StockDiscrepancy.values(), SaleDiscrepancy.values())
                    .flatMap(Arrays::stream)
                    .collect(Collectors.toMap(DiscrepancyKind::name, Function.identity()));

    private final FoundDiscrepancies found;
    private final Settlements settlements;
    private final AuditLog audit;
    private final Clock clock;

    DiscrepancyDesk(
            FoundDiscrepancies found, Settlements settlements, AuditLog audit, Clock clock) {
        this.found = found;
        this.settlements = settlements;
        this.audit = audit;
        this.clock = clock;
    }

    private static DiscrepancyKind kind(String name) {
        var kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalStateException("No discrepancy is of the kind " + name);
        }
        return kind;
    }

    List<ListedDiscrepancy> list(Days days) {
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

    /**
     * Settles a discrepancy; the same asked again is answered the same.
     *
     * @throws id.lumbung.edge.problem.Refusal when there is none on that day, the caller may not,
     *     or it is settled otherwise
     */
    ListedDiscrepancy settle(UUID id, SettlementRequest asked) {
        var standing = find(id, asked);
        requireSettler(standing);
        if (!standing.isOpen()) {
            var before = standing.settlement();
            if (before == null || !before.isOf(asked.outcome(), asked.reason())) {
                throw DiscrepancyRule.SETTLED_OTHERWISE.because(
                        "Selisih ini sudah diselesaikan. Baca lagi.",
                        "This discrepancy is settled already. Read it again.");
            }
            return standing;
        }
        audit.record(
                "DISCREPANCY_SETTLED",
                asked.cooperativeId(),
                id.toString(),
                "%s %s: %s".formatted(standing.kind(), asked.outcome(), asked.reason()));
        settlements.keep(
                new Settlement(
                        id,
                        asked.cooperativeId(),
                        asked.outletId(),
                        standing.figures(),
                        asked.outcome(),
                        asked.reason(),
                        Actor.current().subject(),
                        clock.instant()));
        return find(id, asked);
    }

    private ListedDiscrepancy find(UUID id, SettlementRequest asked) {
        var day = new Days(asked.cooperativeId(), asked.outletId(), asked.day(), asked.day());
        return list(day).stream()
                .filter(it -> it.id().equals(id))
                .findAny()
                .orElseThrow(() ->
                        DiscrepancyRule.NO_SUCH_DISCREPANCY.because(
                                "Tidak (lagi) ada selisih ini pada hari itu.",
                                "There is no such discrepancy on that day, or no longer."));
    }

    private static void requireSettler(ListedDiscrepancy standing) {
        if (standing.settledBy().stream().noneMatch(Caller.current()::is)) {
            throw DiscrepancyRule.SETTLED_BY_OTHERS.because(
                    "Yang menyelesaikan ini: %s.".formatted(standing.settledBy()),
                    "It is settled by: %s.".formatted(standing.settledBy()));
        }
    }
}
