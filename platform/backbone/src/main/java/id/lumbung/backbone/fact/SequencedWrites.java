package id.lumbung.backbone.fact;

import id.lumbung.edge.problem.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes a fact that must keep a limit together with earlier ones (no more returned than was sold,
 * no more taken out than is there), without a transaction: each such fact takes a sequence number,
 * the count of those before it, and a unique index lets one take each number. Who comes second
 * looks again.
 *
 * <p>This is for facts of one collection that count together. Where facts of several collections
 * keep a limit of one member together, membership-service has {@code MemberWrites}; where one fact
 * touches the stock of many products, each with a count of its own, {@code retail} has {@code
 * LimitedWrites}.
 */
public final class SequencedWrites {

    private static final int MAX_ATTEMPTS = 50;

    private SequencedWrites() {}

    /** Makes the fact that takes this number, or refuses, in view of those before it. */
    public interface Next<F> {
        F make(int number, List<F> earlier);
    }

    /**
     * @param facts with a unique index on their sequence number
     * @param earlier reads those that count together, anew each time
     * @param again the same fact as it would have been when the first of its id was written
     * @throws Refusal when a limit would be passed, or another fact stands under the id
     */
    public static <F extends Fact> F put(
            FactStore<F> facts,
            UUID id,
            Supplier<List<F>> earlier,
            Next<F> next,
            Function<F, F> again) {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var before = earlier.get();
            var first = before.stream().filter(fact -> fact.id().equals(id)).findAny();
            if (first.isPresent()) {
                return facts.put(again.apply(first.get()));
            }
            var made = next.make(before.size(), before);
            var written = facts.tryPut(made);
            switch (written.outcome()) {
                case ACCEPTED, DUPLICATE -> {
                    return written.stored();
                }
                case CONFLICT -> {
                    // Either another fact altogether, or this one, sent twice at the same moment:
                    // the next look shows.
                    if (earlier.get().stream().noneMatch(fact -> fact.id().equals(id))) {
                        throw facts.idReused(written.stored(), made);
                    }
                }
                case OVERTAKEN -> {} // Another took the number; look again.
            }
        }
        throw FactRule.TOO_BUSY.because(
                "Banyak catatan seperti ini datang bersamaan. Kirim ulang yang sama beberapa detik lagi.",
                "Many such facts come at once. Send the same again in a few seconds.");
    }
}
