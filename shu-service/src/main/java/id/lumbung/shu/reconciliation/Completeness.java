package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.reconciliation.CooperativeTotals;
import id.lumbung.shu.journal.JournalEntries;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    private final LagGate lagGate;
    private final DeadLetterGate deadLetters;
    private final JournalEntries journal;
    private final Comparison comparison;
    private final SilentOutlets silentOutlets;
    private final Clock clock;

    Completeness(
            Services services,
            LagGate lagGate,
            DeadLetterGate deadLetters,
            JournalEntries journal,
            Comparison comparison,
            SilentOutlets silentOutlets,
            Clock clock) {
        this.services = services;
        this.lagGate = lagGate;
        this.deadLetters = deadLetters;
        this.journal = journal;
        this.comparison = comparison;
        this.silentOutlets = silentOutlets;
        this.clock = clock;
    }

    /**
     * @param until exclusive
     * @param silent outlets of which the board knows that nothing more comes
     */
    public CompletenessCheck check(
            UUID cooperativeId, ZoneId zone, Instant until, Set<UUID> silent) {
        var askedAt = clock.instant();
        // In this order: what a service had published when it was asked stands on the topics by
        // now, and what stands on them is journalled, or stored, by then.
        var answers = services.totals(cooperativeId, zone, until);
        var lag = lagGate.gate();
        var gates = new ServiceGates(answers);
        var dead = deadLetters.of(cooperativeId, gates.deadLetters());
        return CompletenessCheck.of(
                askedAt,
                List.of(
                        new RegistrationGate(journal).of(cooperativeId, zone),
                        lag,
                        gates.outbox(
                                Gate.Name.PENDING, "Not published yet", CooperativeTotals::pending),
                        gates.outbox(Gate.Name.BLOCKED, "Blocked", CooperativeTotals::blocked),
                        dead,
                        gates.totals(
                                comparison.of(
                                        new Question(cooperativeId, zone, until),
                                        answers,
                                        Set.of())),
                        silentOutlets.gate(cooperativeId, until, silent)));
    }
}
