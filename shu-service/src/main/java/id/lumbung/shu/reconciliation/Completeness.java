package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.consumer.DeadLetterStore;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.backbone.reconciliation.CooperativeTotals;
import id.lumbung.shu.ShuSettings;
import id.lumbung.shu.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Asks whether the books are complete: whether all that happened at a cooperative before a time is
 * in the journal, and nothing else.
 *
 * <p>Guarantees that where all gates hold, the journal has every fact that the services' databases
 * held when they were asked, with its amount, and none besides. What does not answer keeps its gate
 * shut and is named. A fact that is on its way while we look may show as a difference that is gone
 * when one asks again; never as books that are complete. Does not guarantee that nothing is added
 * afterwards: an outlet that was offline may bring a fact of that time tomorrow.
 *
 * <p>Costs one call to each service, one reading of all the cooperative's entries, and, where days
 * differ, the facts of those days from both sides.
 */
@Component
public final class Completeness {

    private final Services services;
    private final ConsumerLag consumerLag;
    private final DeadLetterStore deadLetters;
    private final Journal journal;
    private final Comparison comparison;
    private final SilentOutlets silentOutlets;
    private final TopicSettings reading;
    private final Duration catchUp;
    private final Clock clock;

    Completeness(
            Services services,
            ConsumerLag consumerLag,
            DeadLetterStore deadLetters,
            Journal journal,
            Comparison comparison,
            SilentOutlets silentOutlets,
            TopicSettings reading,
            ShuSettings settings,
            Clock clock) {
        this.services = services;
        this.consumerLag = consumerLag;
        this.deadLetters = deadLetters;
        this.journal = journal;
        this.comparison = comparison;
        this.silentOutlets = silentOutlets;
        this.reading = reading;
        this.catchUp = settings.catchUp();
        this.clock = clock;
    }

    /**
     * @param holds whether every gate does
     */
    public record Check(Instant askedAt, boolean holds, List<Gate> gates) {

        static Check of(Instant askedAt, List<Gate> gates) {
            return new Check(askedAt, gates.stream().allMatch(Gate::holds), gates);
        }
    }

    /**
     * One thing that must be so before the books are closed.
     *
     * @param figure how many stand in the way, as far as is known; zero where it holds
     * @param detail a sentence for those who wait at the gate
     * @param differences no more than 1,000, the rest is counted in the detail
     */
    public record Gate(
            Name name, boolean holds, long figure, String detail, List<Difference> differences) {

        public enum Name {
            /** The cooperative's registration is journalled; else its zone is not known. */
            REGISTERED,
            /** The journal has consumed all that was on the topics when it was asked. */
            CONSUMER_LAG,
            /** No service holds a fact that it has not published yet. */
            PENDING,
            /** No service holds a fact whose notice the broker will never take as it is. */
            BLOCKED,
            /** No record lies aside that is, or may be, this cooperative's. */
            DEAD_LETTERS,
            /** Each outlet's day is the same in its service's database and in the journal. */
            CONTROL_TOTALS,
            /** Outlets of which nothing was heard at the end are confirmed by the board. */
            SILENT_OUTLETS
        }

        private static Gate of(Name name, long figure, String detail) {
            return new Gate(name, figure == 0, figure, detail, List.of());
        }
    }

    /**
     * @param until exclusive
     * @param silent outlets of which the board knows that nothing more comes
     */
    public Check check(UUID cooperativeId, ZoneId zone, Instant until, Set<UUID> silent) {
        var askedAt = clock.instant();
        // In this order: what a service had published when it was asked stands on the topics by
        // now,
        // and what stands on them is journalled, or stored, by then.
        var answers = services.totals(cooperativeId, zone, until);
        var lag = lag();
        var dead = deadLetters(cooperativeId);
        return Check.of(
                askedAt,
                List.of(
                        registered(cooperativeId, zone),
                        lag,
                        outbox(
                                Gate.Name.PENDING,
                                "Not published yet",
                                answers,
                                CooperativeTotals::pending),
                        outbox(Gate.Name.BLOCKED, "Blocked", answers, CooperativeTotals::blocked),
                        dead,
                        totals(
                                comparison.of(new Question(cooperativeId, zone, until), answers),
                                answers),
                        silentOutlets.gate(cooperativeId, until, silent)));
    }

    private Gate registered(UUID cooperativeId, ZoneId zone) {
        return journal.find(EventId.of(cooperativeId, "CooperativeRegistered"))
                .filter(entry -> entry.cooperativeId().equals(cooperativeId))
                .map(_ ->
                        Gate.of(
                                Gate.Name.REGISTERED,
                                0,
                                "The cooperative is registered, in the zone %s."
                                        .formatted(zone.getId())))
                .orElseGet(() ->
                        Gate.of(
                                Gate.Name.REGISTERED,
                                1,
                                "The journal has no registration of this cooperative, so it does not know its zone. Register it at membership, or have membership republish it."));
    }

    private Gate lag() {
        try {
            var behind = consumerLag.await(reading.group(), reading.reads(), catchUp);
            return Gate.of(
                    Gate.Name.CONSUMER_LAG,
                    behind,
                    behind == 0
                            ? "The journal has consumed all that was published."
                            : "After %d s the journal lacks %d records that stand on the topics. Ask again."
                                    .formatted(catchUp.toSeconds(), behind));
        } catch (ConsumerLag.BrokerAway e) {
            return new Gate(
                    Gate.Name.CONSUMER_LAG, false, 0, String.valueOf(e.getMessage()), List.of());
        }
    }

    private Gate deadLetters(UUID cooperativeId) {
        var notStored = 0L;
        var broker = "";
        try {
            notStored =
                    consumerLag.await(
                            reading.deadLetterGroup(), reading.deadLetterTopics(), catchUp);
        } catch (ConsumerLag.BrokerAway e) {
            broker = " %s What is not stored yet is not known.".formatted(e.getMessage());
        }
        var open = deadLetters.open(cooperativeId);
        var figure = open.ofCooperative() + notStored;
        return new Gate(
                Gate.Name.DEAD_LETTERS,
                figure == 0 && broker.isEmpty(),
                figure,
                "Open: %d of this cooperative, %d that do not say whose they are (control totals show whether one is ours), %d not stored yet; %d closed by decision.%s"
                        .formatted(
                                open.ofCooperative(),
                                open.unknown(),
                                notStored,
                                open.decided(),
                                broker),
                List.of());
    }

    private static Gate outbox(
            Gate.Name name,
            String what,
            Map<Service, Services.Answer> answers,
            ToLongFunction<CooperativeTotals> count) {
        var figure = 0L;
        var parts = new ArrayList<String>();
        for (var answer : answers.entrySet()) {
            var totals = answer.getValue().totals();
            if (totals != null) {
                figure += count.applyAsLong(totals);
                parts.add("%s %d".formatted(answer.getKey().label(), count.applyAsLong(totals)));
            }
        }
        var troubles = troubles(answers);
        return new Gate(
                name,
                figure == 0 && troubles.isEmpty(),
                figure,
                sentences(
                        parts.isEmpty()
                                ? Stream.empty()
                                : Stream.of("%s: %s.".formatted(what, String.join(", ", parts))),
                        troubles.stream()),
                List.of());
    }

    private static Gate totals(ComparisonReport result, Map<Service, Services.Answer> answers) {
        var troubles = new ArrayList<>(troubles(answers));
        troubles.addAll(result.troubles());
        return new Gate(
                Gate.Name.CONTROL_TOTALS,
                result.differing() == 0 && troubles.isEmpty(),
                result.differing(),
                sentences(Stream.of(result.sentence()), troubles.stream().distinct()),
                result.differences());
    }

    private static List<String> troubles(Map<Service, Services.Answer> answers) {
        return answers.values().stream()
                .map(Services.Answer::trouble)
                .filter(trouble -> !trouble.isEmpty())
                .toList();
    }

    private static String sentences(Stream<String> first, Stream<String> then) {
        return Stream.concat(first, then).collect(Collectors.joining(" "));
    }
}
