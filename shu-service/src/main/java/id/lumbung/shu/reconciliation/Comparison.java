package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.reconciliation.CooperativeFacts.Fact;
import id.lumbung.backbone.reconciliation.CooperativeTotals;
import id.lumbung.backbone.reconciliation.DayTotals;
import id.lumbung.backbone.reconciliation.DayTotals.Day;
import id.lumbung.backbone.reconciliation.ReconciliationSource.Line;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.Journal;
import id.lumbung.shu.reconciliation.Completeness.Difference;
import id.lumbung.shu.reconciliation.Completeness.FactStore;
import id.lumbung.shu.reconciliation.Completeness.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static final int DAYS_NAMED = 1_000;
    private static final int FACTS_NAMED = 100;

    /** On both sides together; a day that has more is a stretch of its own. */
    private static final int MAX_FACTS_COMPARED = 20_000;

    private static final int LOOKUP_BATCH = 1_000;
    private static final String NOTHING = "0".repeat(32);

    private final Journal journal;
    private final Services services;

    Comparison(Journal journal, Services services) {
        this.journal = journal;
        this.services = services;
    }

    /**
     * @param differing outlet days that are not the same
     * @param differences no more than {@link #DAYS_NAMED} of them
     * @param troubles sentences that name who did not answer
     */
    record Result(
            long differing, List<Difference> differences, List<String> troubles, String sentence) {}

    private record Question(UUID cooperativeId, ZoneId zone, Instant until) {}

    /** One day of an outlet on both sides. */
    private record Pair(LocalDate day, Day own, Day journal) {
        boolean isAlike() {
            return own.equals(journal);
        }

        long facts() {
            return own.count() + journal.count();
        }
    }

    Result of(
            UUID cooperativeId, ZoneId zone, Instant until, Map<Service, Services.Answer> answers) {
        var question = new Question(cooperativeId, zone, until);
        var journalled = journalled(question);
        var report = new Report();
        answers.forEach((service, answer) -> {
            if (answer.totals() != null) {
                compare(
                        question,
                        service,
                        answer.totals(),
                        journalled.getOrDefault(service, Map.of()),
                        report);
            }
        });
        return report.result();
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
            Report report) {
        var own = new HashMap<UUID, List<Day>>();
        totals.outlets().forEach(outlet -> own.put(outlet.outletId(), outlet.days()));
        var outlets = new TreeSet<>(own.keySet());
        outlets.addAll(journalled.keySet());
        for (var outlet : outlets) {
            var theirs = journalled.get(outlet);
            var pairs =
                    pairs(
                            own.getOrDefault(outlet, List.of()),
                            theirs == null ? List.of() : theirs.days());
            report.seen(pairs);
            for (var stretch : stretches(pairs)) {
                if (report.isFull()) {
                    report.differing += stretch.size();
                } else {
                    examine(question, service, outlet, own.containsKey(outlet), stretch, report);
                }
            }
        }
    }

    private static List<Pair> pairs(List<Day> own, List<Day> journal) {
        var pairs = new TreeMap<LocalDate, Pair>();
        own.forEach(day -> pairs.put(day.day(), new Pair(day.day(), day, nothing(day))));
        journal.forEach(day ->
                pairs.merge(
                        day.day(),
                        new Pair(day.day(), nothing(day), day),
                        (ours, theirs) -> new Pair(ours.day(), ours.own(), theirs.journal())));
        return List.copyOf(pairs.values());
    }

    private static Day nothing(Day on) {
        return new Day(on.day(), 0, 0, NOTHING);
    }

    /**
     * The days that differ, cut so that from the first to the last day of each stretch there are no
     * more facts than are compared at once.
     */
    private static List<List<Pair>> stretches(List<Pair> pairs) {
        var stretches = new ArrayList<List<Pair>>();
        List<Pair> current = List.of();
        var facts = 0L;
        for (var pair : pairs) {
            facts += pair.facts();
            if (!pair.isAlike()) {
                if (current.isEmpty() || facts > MAX_FACTS_COMPARED) {
                    current = new ArrayList<>();
                    stretches.add(current);
                    facts = pair.facts();
                }
                current.add(pair);
            }
        }
        return stretches;
    }

    /**
     * Compares a stretch of days fact by fact. The journal is read first: what it had before the
     * service was asked, the service must know.
     */
    private void examine(
            Question question,
            Service service,
            UUID outlet,
            boolean isKnown,
            List<Pair> stretch,
            Report report) {
        var days = new LinkedHashMap<LocalDate, Tally>();
        stretch.forEach(pair -> days.put(pair.day(), new Tally(pair)));
        var from = stretch.getFirst().day();
        var to = stretch.getLast().day();
        var end = to.plusDays(1).atStartOfDay(question.zone()).toInstant();
        var journalled = new LinkedHashMap<UUID, Entry>();
        journal.ofOutlet(
                outlet,
                from.atStartOfDay(question.zone()).toInstant(),
                end.isBefore(question.until()) ? end : question.until(),
                entry -> {
                    if (Service.of(entry.kind()) == service
                            && entry.cooperativeId().equals(question.cooperativeId())
                            && days.containsKey(day(entry, question))) {
                        journalled.put(entry.id(), entry);
                    }
                });
        try {
            var facts =
                    isKnown
                            ? services.facts(
                                            service,
                                            question.cooperativeId(),
                                            outlet,
                                            from,
                                            to,
                                            question.zone(),
                                            question.until())
                                    .facts()
                            : List.<Fact>of();
            var lacking = new ArrayList<Fact>();
            for (var fact : facts) {
                var tally = days.get(fact.day());
                if (tally != null) {
                    var entry = journalled.remove(fact.eventId());
                    if (entry == null) {
                        lacking.add(fact);
                    } else if (!isAlike(fact, entry, outlet, question)) {
                        tally.differing.add(fact.factId());
                    }
                }
            }
            journalled
                    .values()
                    .forEach(entry -> {
                        var tally = days.get(day(entry, question));
                        if (tally != null) {
                            tally.extra.add(entry.factId());
                        }
                    });
            lookUp(lacking, outlet, days, question);
            days.values().stream()
                    .filter(Tally::differs)
                    .forEach(tally -> report.add(tally, service, outlet));
        } catch (Services.NoAnswer e) {
            report.troubles.add(e.getMessage() + " Which facts of its days differ is not known.");
            days.values().forEach(tally -> report.add(tally, service, outlet));
        }
    }

    /** Tells what is not journalled from what has come since, or stands elsewhere. */
    private void lookUp(
            List<Fact> lacking, UUID outlet, Map<LocalDate, Tally> days, Question question) {
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
                    tally.differing.add(fact.factId());
                }
            }
        }
    }

    private static boolean isAlike(Fact fact, Entry entry, UUID outlet, Question question) {
        return entry.amount().amount() == fact.amount()
                && entry.outletId().equals(outlet)
                && entry.cooperativeId().equals(question.cooperativeId())
                && day(entry, question).equals(fact.day());
    }

    private static LocalDate day(Entry entry, Question question) {
        return entry.at().atZone(question.zone()).toLocalDate();
    }

    /** Facts as they are counted; the first of them by name. */
    private static final class Count {
        private final List<UUID> first = new ArrayList<>();
        private long count;

        void add(UUID factId) {
            count++;
            if (first.size() < FACTS_NAMED) {
                first.add(factId);
            }
        }

        FactStore facts() {
            return new FactStore(count, List.copyOf(first));
        }
    }

    /** How one day differs. */
    private static final class Tally {
        private final Pair pair;
        private final Count missing = new Count();
        private final Count pending = new Count();
        private final Count blocked = new Count();
        private final Count extra = new Count();
        private final Count differing = new Count();

        Tally(Pair pair) {
            this.pair = pair;
        }

        void lacking(Fact fact) {
            switch (fact.state()) {
                case PUBLISHED -> missing.add(fact.factId());
                case PENDING -> pending.add(fact.factId());
                case BLOCKED -> blocked.add(fact.factId());
            }
        }

        /** False where both sides have come together since their totals were taken. */
        boolean differs() {
            return missing.count + pending.count + blocked.count + extra.count + differing.count
                    > 0;
        }
    }

    private static final class Report {
        private final List<Difference> differences = new ArrayList<>();
        private final List<String> troubles = new ArrayList<>();
        private long outlets;
        private long days;
        private long facts;
        private long differing;
        private long missing;
        private long pending;
        private long blocked;
        private long extra;
        private long unlike;

        void seen(List<Pair> pairs) {
            outlets++;
            days += pairs.size();
            facts += pairs.stream().mapToLong(pair -> pair.own().count()).sum();
        }

        boolean isFull() {
            return differences.size() >= DAYS_NAMED;
        }

        void add(Tally tally, Service service, UUID outlet) {
            differing++;
            missing += tally.missing.count;
            pending += tally.pending.count;
            blocked += tally.blocked.count;
            extra += tally.extra.count;
            unlike += tally.differing.count;
            if (!isFull()) {
                differences.add(
                        new Difference(
                                service.label(),
                                outlet,
                                tally.pair.day(),
                                Side.of(tally.pair.own()),
                                Side.of(tally.pair.journal()),
                                tally.missing.facts(),
                                tally.pending.facts(),
                                tally.blocked.facts(),
                                tally.extra.facts(),
                                tally.differing.facts()));
            }
        }

        Result result() {
            var sentence =
                    differing == 0
                            ? "%d facts of %d outlet days at %d outlets are the same on both sides."
                                    .formatted(facts, days, outlets)
                            : "%d of %d outlet days differ: %d facts missing, %d pending, %d blocked, %d in the journal only, %d of another amount or elsewhere.%s"
                                    .formatted(
                                            differing,
                                            days,
                                            missing,
                                            pending,
                                            blocked,
                                            extra,
                                            unlike,
                                            differing > differences.size()
                                                    ? " The first %d days are named."
                                                            .formatted(differences.size())
                                                    : "");
            return new Result(differing, List.copyOf(differences), List.copyOf(troubles), sentence);
        }
    }
}
