package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.client.NoAnswer;
import id.lumbung.backbone.reconciliation.CooperativeFacts.Fact;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.JournalEntries;
import id.lumbung.shu.journal.OutletEntries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Compares a stretch of an outlet's days fact by fact. */
@Component
final class StretchComparison {

    private static final int LOOKUP_BATCH = 1_000;

    private final JournalEntries journal;
    private final OutletEntries outlets;
    private final Services services;

    StretchComparison(JournalEntries journal, OutletEntries outlets, Services services) {
        this.outlets = outlets;
        this.journal = journal;
        this.services = services;
    }

    /**
     * The journal is read first: what it had before the service was asked, the service must know.
     *
     * @param isKnown whether the service has heard of the outlet; else it has no facts of it
     */
    void compare(
            Question question,
            Service service,
            UUID outlet,
            boolean isKnown,
            List<OutletDay> stretch,
            ComparisonReport report) {
        var days = new LinkedHashMap<LocalDate, DayTally>();
        stretch.forEach(day -> days.put(day.day(), new DayTally(day)));
        var journalled = journalled(question, service, outlet, stretch, days);
        try {
            var facts = isKnown ? facts(question, service, outlet, stretch) : List.<Fact>of();
            var lacking = compare(facts, journalled, outlet, days, question);
            journalled
                    .values()
                    .forEach(entry -> {
                        var tally = days.get(question.day(entry));
                        if (tally != null) {
                            tally.extra(entry.factId());
                        }
                    });
            lookUp(lacking, outlet, days, question);
            days.values().stream()
                    .filter(DayTally::differs)
                    .forEach(tally -> report.add(tally, service, outlet));
        } catch (NoAnswer e) {
            report.addTrouble(
                    Services.sentence(service, e)
                            + " Which facts of its days differ is not known.");
            days.values().forEach(tally -> report.add(tally, service, outlet));
        }
    }

    private Map<UUID, Entry> journalled(
            Question question,
            Service service,
            UUID outlet,
            List<OutletDay> stretch,
            Map<LocalDate, DayTally> days) {
        var journalled = new LinkedHashMap<UUID, Entry>();
        outlets.ofOutlet(
                outlet,
                question.begin(stretch.getFirst().day()),
                question.begin(stretch.getLast().day().plusDays(1)),
                entry -> {
                    if (Service.of(entry.kind()) == service
                            && entry.cooperativeId().equals(question.cooperativeId())
                            && days.containsKey(question.day(entry))) {
                        journalled.put(entry.id(), entry);
                    }
                });
        return journalled;
    }

    private List<Fact> facts(
            Question question, Service service, UUID outlet, List<OutletDay> stretch)
            throws NoAnswer {
        return services.facts(
                        service,
                        question.cooperativeId(),
                        outlet,
                        stretch.getFirst().day(),
                        stretch.getLast().day(),
                        question.zone(),
                        question.until())
                .facts();
    }

    /**
     * Takes away from {@code journalled} what both sides have on the same day: an entry on another
     * day than its fact is a difference of both days.
     *
     * @return what the journal lacks
     */
    private static List<Fact> compare(
            List<Fact> facts,
            Map<UUID, Entry> journalled,
            UUID outlet,
            Map<LocalDate, DayTally> days,
            Question question) {
        var lacking = new ArrayList<Fact>();
        for (var fact : facts) {
            var tally = days.get(fact.day());
            if (tally != null) {
                var entry = journalled.get(fact.eventId());
                if (entry == null) {
                    lacking.add(fact);
                    continue;
                }
                if (!isAlike(fact, entry, outlet, question)) {
                    tally.differing(fact.factId());
                }
                if (question.day(entry).equals(fact.day())) {
                    journalled.remove(fact.eventId());
                }
            }
        }
        return lacking;
    }

    /** Tells what is not journalled from what has come since, or stands elsewhere. */
    private void lookUp(
            List<Fact> lacking, UUID outlet, Map<LocalDate, DayTally> days, Question question) {
        for (var start = 0; start < lacking.size(); start += LOOKUP_BATCH) {
            var some = lacking.subList(start, Math.min(start + LOOKUP_BATCH, lacking.size()));
            var found = new HashMap<UUID, Entry>();
            journal.find(some.stream().map(Fact::eventId).toList())
                    .forEach(entry -> found.put(entry.id(), entry));
            for (var fact : some) {
                var entry = found.get(fact.eventId());
                var tally = days.get(fact.day());
                if (tally == null) {
                    continue;
                }
                if (entry == null) {
                    tally.lacking(fact);
                } else if (!isAlike(fact, entry, outlet, question)) {
                    tally.differing(fact.factId());
                }
            }
        }
    }

    private static boolean isAlike(Fact fact, Entry entry, UUID outlet, Question question) {
        return entry.amount().amount() == fact.amount()
                && entry.outletId().equals(outlet)
                && entry.cooperativeId().equals(question.cooperativeId())
                && question.day(entry).equals(fact.day());
    }
}
