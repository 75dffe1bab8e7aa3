package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.reconciliation.CooperativeTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gates that the services' answers open. */
record ServiceGates(Map<Service, Services.Answer> answers) {

    Gate outbox(Gate.Name name, String what, ToLongFunction<CooperativeTotals> count) {
        var figure = 0L;
        var parts = new ArrayList<String>();
        for (var answer : answers.entrySet()) {
            var totals = answer.getValue().totals();
            if (totals != null) {
                figure += count.applyAsLong(totals);
                parts.add("%s %d".formatted(answer.getKey().label(), count.applyAsLong(totals)));
            }
        }
        var troubles = troubles();
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

    /** How many of the cooperative's dead letters lie at the services that answered. */
    long deadLetters() {
        return answers.values().stream()
                .map(Services.Answer::totals)
                .filter(Objects::nonNull)
                .mapToLong(CooperativeTotals::deadLetters)
                .sum();
    }

    Gate totals(ComparisonReport result) {
        var troubles = new ArrayList<>(troubles());
        troubles.addAll(result.troubles());
        return new Gate(
                Gate.Name.CONTROL_TOTALS,
                result.differing() == 0 && troubles.isEmpty(),
                result.differing(),
                sentences(Stream.of(result.sentence()), troubles.stream().distinct()),
                result.differences());
    }

    private List<String> troubles() {
        return answers.values().stream()
                .map(Services.Answer::trouble)
                .filter(trouble -> !trouble.isEmpty())
                .toList();
    }

    private static String sentences(Stream<String> first, Stream<String> then) {
        return Stream.concat(first, then).collect(Collectors.joining(" "));
    }
}
