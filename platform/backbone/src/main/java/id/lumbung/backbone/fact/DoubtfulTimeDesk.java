package id.lumbung.backbone.fact;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/**
 * Where persons say when something happened whose time is doubtful. One alone may say so for a time
 * shortly before it was recorded; further back, where another book year may gain by it, a second
 * person has to say the same. All of it is audited first.
 */
public final class DoubtfulTimeDesk<F extends Fact> {

    /** How far before its recording one person alone may decide a fact. */
    static final Duration MAX_ALONE = Duration.ofDays(7);

    private final DoubtfulTimes<F> times;
    private final AuditLog audit;
    private final String kind;

    /**
     * @param kind of fact, as the audit names it: SALE
     */
    public DoubtfulTimeDesk(FactStore<F> store, AuditLog audit, String kind) {
        this.times = store.doubtfulTimes();
        this.audit = audit;
        this.kind = kind;
    }

    /**
     * Decides when a fact happened, over HTTP. The same asked again is answered the same.
     *
     * @return the fact that counts, or what waits for a second person, with 202
     * @throws Refusal when it is decided otherwise, or cannot have happened then
     */
    public ResponseEntity<?> answer(
            F fact, DecidedTime decided, DoubtfulTimes.Correction<F> correction) {
        return decide(fact, decided.at(), correction)
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(
                        () -> ResponseEntity.accepted().body(times.find(fact.id()).orElseThrow()));
    }

    private Optional<F> decide(F fact, Instant asked, DoubtfulTimes.Correction<F> correction) {
        var at = asked.truncatedTo(ChronoUnit.MILLIS);
        var doubtful = times.find(fact.id());
        if (doubtful.isEmpty()) {
            var standIn = times.standIn(fact);
            if (standIn.at().equals(at)) {
                return Optional.of(standIn);
            }
            throw decidedOtherwise(standIn);
        }
        requirePossible(fact, at);
        var by = Actor.current().subject();
        if (at.isBefore(fact.recordedAt().minus(MAX_ALONE))
                && !doubtful.get().isProposedByAnother(at, by)) {
            record("_TIME_PROPOSED", fact, at);
            if (!times.propose(fact.id(), at, by)) {
                throw decidedOtherwise(fact);
            }
            return Optional.empty();
        }
        record("_TIME_SETTLED", fact, at);
        return Optional.of(
                times.decide(fact, at, correction)
                        .orElseThrow(() -> decidedOtherwise(times.standIn(fact))));
    }

    private void record(String what, F fact, Instant at) {
        audit.record(
                kind + what, fact.cooperativeId(), fact.id().toString(), fact.at() + " -> " + at);
    }

    private static void requirePossible(Fact fact, Instant at) {
        if (at.isBefore(Instant.EPOCH)) {
            throw FactRule.before1970(at);
        }
        if (at.isAfter(fact.recordedAt())) {
            throw FactRule.TIME_AFTER_RECORDED.because(
                    "Ini sudah diterima pada %s, jadi tidak mungkin baru terjadi pada %s."
                            .formatted(fact.recordedAt(), at),
                    "It was received at %s already, so it cannot have happened at %s only."
                            .formatted(fact.recordedAt(), at),
                    Map.of("at", at.toString(), "recordedAt", fact.recordedAt().toString()));
        }
    }

    private static Refusal decidedOtherwise(Fact as) {
        return FactRule.TIME_NOT_DOUBTFUL.because(
                "Waktunya tidak (lagi) diragukan: %s, atau sedang dipastikan lain oleh orang lain. Baca lagi."
                        .formatted(as.at()),
                "Its time is not doubtful, or was settled as %s, or somebody settles it otherwise at this moment. Read it again."
                        .formatted(as.at()),
                Map.of("at", as.at().toString()));
    }
}
