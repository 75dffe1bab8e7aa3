package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.BusinessDenominator;
import id.lumbung.shu.division.Policy.CapitalBasis;
import id.lumbung.shu.division.Policy.JoinerRule;
import id.lumbung.shu.division.Policy.LeaverPolicy;
import id.lumbung.shu.division.Policy.Preset;
import id.lumbung.shu.division.YearResult;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One case of {@code worked-cases.txt}, which says at its head how a case is written. */
record WorkedCase(String name, List<String> lines) {

    static Stream<WorkedCase> all(String text) {
        return Arrays.stream(text.split("(?m)^## ")).skip(1).map(WorkedCase::of);
    }

    private static WorkedCase of(String text) {
        var lines = text.lines().map(String::strip).toList();
        return new WorkedCase(
                lines.getFirst(),
                lines.stream()
                        .skip(1)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList());
    }

    @Override
    public String toString() {
        return name;
    }

    int bookYear() {
        return starting("book-year ").findFirst().map(Integer::valueOf).orElse(2025);
    }

    /** What people did, in the order it is told. */
    List<String> deeds() {
        return lines.stream()
                .filter(line -> !line.matches("(policy|year|book-year|=) .*"))
                .toList();
    }

    List<String> expected() {
        return starting("= ").toList();
    }

    private Stream<String> starting(String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()));
    }

    private Map<String, Long> year() {
        var words = starting("year ").findFirst().orElseThrow().split(" ");
        return IntStream.range(0, words.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> words[2 * i], i -> Long.valueOf(words[2 * i + 1])));
    }

    YearResult result() {
        var year = year();
        return new YearResult(
                Rupiah.of(year.getOrDefault("net", 0L)),
                Rupiah.of(year.getOrDefault("brought", 0L)),
                Rupiah.of(year.getOrDefault("reserve", 0L)));
    }

    Rupiah earnedWithMembers() {
        var year = year();
        return Rupiah.of(year.getOrDefault("members", year.getOrDefault("net", 0L)));
    }

    Policy.Rules rules() {
        var words = starting("policy ").findFirst().orElseThrow().split(" ");
        var settings = new HashMap<String, String>();
        var funds = new LinkedHashMap<String, Integer>();
        Arrays.stream(words)
                .skip(1)
                .map(word -> word.split("="))
                .forEach(it -> {
                    if (it[0].equals(it[0].toUpperCase(Locale.ROOT))) {
                        funds.put(it[0], Integer.valueOf(it[1]));
                    } else {
                        settings.put(it[0], it[1]);
                    }
                });
        var others = settings.get("others");
        return new Policy(
                        words[0].equals("kdkmp") ? Preset.KDKMP : Preset.TEXTBOOK,
                        funds,
                        of(settings.get("denominator"), BusinessDenominator::valueOf),
                        null,
                        null,
                        of(settings.get("village"), Integer::valueOf),
                        others == null ? null : others.equals("reserve"),
                        set(settings.get("capital"), SavingsKind::valueOf),
                        set(settings.get("kinds"), MemberKind::valueOf),
                        of(settings.get("basis"), CapitalBasis::valueOf),
                        of(settings.get("joiners"), JoinerRule::valueOf),
                        of(settings.get("leavers"), LeaverPolicy::valueOf),
                        of(settings.get("inactive"), Integer::valueOf),
                        null)
                .rules();
    }

    private static <T> @Nullable T of(@Nullable String word, Function<String, T> value) {
        return word == null ? null : value.apply(word);
    }

    private static <T> @Nullable Set<T> set(@Nullable String words, Function<String, T> value) {
        return words == null
                ? null
                : Arrays.stream(words.split("\\+")).map(value).collect(Collectors.toSet());
    }
}
