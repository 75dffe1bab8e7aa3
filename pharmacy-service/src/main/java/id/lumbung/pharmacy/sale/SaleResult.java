package id.lumbung.pharmacy.sale;

import id.lumbung.edge.problem.Refusal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param id null where the item has none that can be read
 * @param code for programs: which rule refused it, such as {@code at-in-the-future}; null where it
 *     is recorded
 * @param args for programs: the figures in the reason
 * @param reason why it was not recorded, in the language that is asked for; null where it was
 */
record SaleResult(
        @Nullable UUID id,
        SaleOutcome outcome,
        @Nullable String code,
        @Nullable Map<String, Object> args,
        @Nullable String reason) {

    static SaleResult recorded(UUID id, SaleOutcome outcome) {
        return new SaleResult(id, outcome, null, null, null);
    }

    static SaleResult refused(@Nullable UUID id, Refusal why) {
        return of(id, SaleOutcome.REFUSED, why);
    }

    static SaleResult conflict(UUID id, Refusal why) {
        return of(id, SaleOutcome.CONFLICT, why);
    }

    private static SaleResult of(@Nullable UUID id, SaleOutcome outcome, Refusal why) {
        return new SaleResult(
                id,
                outcome,
                why.slug(),
                why.args().isEmpty() ? null : why.args(),
                why.detailForCaller());
    }
}
