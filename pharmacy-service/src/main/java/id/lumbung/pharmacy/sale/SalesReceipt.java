package id.lumbung.pharmacy.sale;

import id.lumbung.edge.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of each sale of a batch, in the order sent. The counts add up to the number of items.
 */
record SalesReceipt(
        int accepted, int duplicates, int conflicts, int refused, List<Result> results) {

    enum Outcome {
        ACCEPTED,
        DUPLICATE,
        CONFLICT,
        REFUSED
    }

    /**
     * @param id null where the item has none that can be read
     * @param code for programs: which rule refused it, such as {@code at-in-the-future}; null where
     *     it is recorded
     * @param args for programs: the figures in the reason
     * @param reason why it was not recorded; null where it was
     */
    record Result(
            @Nullable UUID id,
            Outcome outcome,
            @Nullable String code,
            @Nullable Map<String, Object> args,
            @Nullable String reason) {

        static Result recorded(UUID id, Outcome outcome) {
            return new Result(id, outcome, null, null, null);
        }

        static Result refused(@Nullable UUID id, Refusal why) {
            return of(id, Outcome.REFUSED, why);
        }

        static Result conflict(UUID id, Refusal why) {
            return of(id, Outcome.CONFLICT, why);
        }

        private static Result of(@Nullable UUID id, Outcome outcome, Refusal why) {
            return new Result(
                    id,
                    outcome,
                    why.slug(),
                    why.args().isEmpty() ? null : why.args(),
                    why.detail());
        }
    }

    static SalesReceipt of(List<Result> results) {
        var counts =
                results.stream()
                        .collect(Collectors.groupingBy(Result::outcome, Collectors.counting()));
        return new SalesReceipt(
                Math.toIntExact(counts.getOrDefault(Outcome.ACCEPTED, 0L)),
                Math.toIntExact(counts.getOrDefault(Outcome.DUPLICATE, 0L)),
                Math.toIntExact(counts.getOrDefault(Outcome.CONFLICT, 0L)),
                Math.toIntExact(counts.getOrDefault(Outcome.REFUSED, 0L)),
                results);
    }
}
