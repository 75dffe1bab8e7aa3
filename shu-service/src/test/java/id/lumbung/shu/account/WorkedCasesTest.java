package id.lumbung.shu.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.division.Divider;
import id.lumbung.shu.division.Division;
import id.lumbung.shu.division.Eligibility;
import id.lumbung.shu.division.Weights;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Divisions that were worked out by hand, in a file that whoever audits one can read. */
class WorkedCasesTest {

    private record Divided(Division division, Map<String, Weights> members) {}

    static Stream<WorkedCase> cases() throws IOException {
        try (var file = WorkedCasesTest.class.getResourceAsStream("worked-cases.txt")) {
            return WorkedCase.all(new String(file.readAllBytes(), UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutToTheRupiah(WorkedCase worked) {
        var deeds = new WorkedDeeds(worked);
        var divided = divide(worked, deeds);
        assertThat(worked.expected()).isNotEmpty();
        assertThat(worked.expected()).allSatisfy(it -> assertThat(it).isEqualTo(is(it, divided)));
        assertThat(
                        sum(divided.division().funds().values().stream())
                                .plus(divided.division().villageShare()))
                .isEqualTo(divided.division().surplus());
        assertThat(divided.division().toMembers().plus(divided.division().remainder()))
                .isEqualTo(divided.division().forPatronage().plus(divided.division().forCapital()));
        inAnyOrder(worked, deeds, divided);
    }

    private static void inAnyOrder(WorkedCase worked, WorkedDeeds deeds, Divided divided) {
        for (var seed = 0; seed < 5; seed++) {
            var random = new Random(seed);
            deeds.lines.values().forEach(theirs -> Collections.shuffle(theirs, random));
            assertThat(divide(worked, deeds)).isEqualTo(divided);
        }
    }

    private static Divided divide(WorkedCase worked, WorkedDeeds deeds) {
        var rules = worked.rules();
        var members = new TreeMap<String, Weights>();
        deeds.accounts().forEach((who, account) -> members.put(who, account.weights(rules)));
        var divider = new Divider(rules);
        members.values().forEach(divider::count);
        divider.countPassersBy(deeds.passersBy);
        var result = worked.result();
        var allocation =
                Allocation.of(result.surplus(), worked.earnedWithMembers(), result.net(), rules);
        return new Divided(
                divider.divide(result, allocation, to -> members.values().forEach(to)), members);
    }

    /** What really came out, in the words of what is expected. */
    private static String is(String expected, Divided divided) {
        var words = List.of(expected.split(" "));
        var division = divided.division();
        return switch (words.getFirst()) {
            case "village" -> "village " + division.villageShare().amount();
            case "reserve" -> "reserve " + division.toReserve().amount();
            case "carried" -> "carried " + division.carriedForward().amount();
            case "fund" ->
                    "fund %s %d"
                            .formatted(
                                    words.get(1),
                                    division.funds()
                                            .getOrDefault(words.get(1), Rupiah.ZERO)
                                            .amount());
            default -> part(words.getFirst(), divided);
        };
    }

    private static String part(String who, Divided divided) {
        var part = divided.division().entitlement(divided.members().get(who));
        return "%s %d + %d%s"
                .formatted(
                        who,
                        part.patronagePart().amount(),
                        part.capitalPart().amount(),
                        part.eligibility() == Eligibility.SHARES ? "" : " " + part.eligibility());
    }

    private static Rupiah sum(Stream<Rupiah> amounts) {
        return amounts.reduce(Rupiah.ZERO, Rupiah::plus);
    }
}
