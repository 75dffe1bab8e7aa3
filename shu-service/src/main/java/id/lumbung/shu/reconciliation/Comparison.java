package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.reconciliation.CooperativeTotals;
import id.lumbung.backbone.reconciliation.DayTotals;
import id.lumbung.backbone.reconciliation.DayTotals.Day;
import id.lumbung.backbone.reconciliation.ReconciliationSource.Line;
import id.lumbung.shu.journal.JournalEntries;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lays what the services hold beside the journal: count, sum and digest by outlet and day, and
 * where these differ, fact by fact. Holds the totals of one cooperative, and the facts of one
 * stretch of days.
 */
@Component
final class Comparison {

    private final JournalEntries journal;
    private final StretchComparison stretches;

    Comparison(JournalEntries journal, StretchComparison stretches) {
        this.journal = journal;
        this.stretches = stretches;
    }

    /**
     * @param answers of the services, taken before the journal is read
     * @param only these outlets; all where there are none
     */
    ComparisonReport of(Question question, Map<Service, Services.Answer> answers, Set<UUID> only) {
        var journalled = journalled(question);
        var report = new ComparisonReport();
        answers.forEach((service, answer) -> {
            if (answer.totals() != null) {
                var theirs = journalled.getOrDefault(service, Map.of());
                compare(question, service, answer.totals(), theirs, only, report);
            }
        });
        return report;
    }

    /** The journal's side, read once. */
    private Map<Service, Map<UUID, DayTotals>> journalled(Question question) {
        var journalled = new EnumMap<Service, Map<UUID, DayTotals>>(Service.class);
        journal.ofCooperative(
                question.cooperativeId(),
                Instant.EPOCH,
                question.until(),
                entry ->
                        journalled
                                .computeIfAbsent(Service.of(entry.kind()), _ -> new HashMap<>())
                                .computeIfAbsent(
                                        entry.outletId(), _ -> new DayTotals(question.zone()))
                                .add(
                                        new Line(
                                                entry.id(),
                                                entry.factId(),
                                                entry.at(),
                                                entry.amount().amount())));
        return journalled;
    }

    private void compare(
            Question question,
            Service service,
            CooperativeTotals totals,
            Map<UUID, DayTotals> journalled,
            Set<UUID> only,
            ComparisonReport report) {
        var own = new HashMap<UUID, List<Day>>();
        totals.outlets().forEach(outlet -> own.put(outlet.outletId(), outlet.days()));
        var outlets = new TreeSet<>(own.keySet());
        outlets.addAll(journalled.keySet());
        if (!only.isEmpty()) {
            var _ = outlets.retainAll(only);
        }
        for (var outlet : outlets) {
            var theirs = journalled.get(outlet);
            var days =
                    OutletDay.of(
                            own.getOrDefault(outlet, List.of()),
                            theirs == null ? List.of() : theirs.days());
            report.seen(outlet, days);
            for (var stretch : OutletDay.stretches(days)) {
                if (report.isFull()) {
                    report.addUnnamed(stretch.size());
                } else {
                    stretches.compare(
                            question, service, outlet, own.containsKey(outlet), stretch, report);
                }
            }
        }
    }
}
