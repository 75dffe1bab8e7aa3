package id.lumbung.shu.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.division.DivisionRule;
import id.lumbung.shu.division.Policy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published cases, one made by hand, and thousands made by chance. */
class SimulationTest {

    /**
     * Addresses: soalfismat.com, scribd.com/document/401349458, ilmuantekno.com,
     * beritaharianku.com, adjar.grid.id.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "T1 Susanti,  56000000, 2500, 3000,  600000,  28000000, 8400000, 168000000,  300000,  840000",
        "T2 Grace,    40000000, 2500, 3000, 3000000,  60000000, 1000000, 100000000,  500000,  120000",
        "T3 Widya,     2000000, 2000, 3000,  500000,  10000000, 1000000,  15000000,   20000,   40000",
        "T4 Lukman,   60000000, 2000, 2500, 2000000, 100000000, 5000000,  75000000,  240000, 1000000",
        "T5 Susilo,    6400000, 2500,    0, 8000000,  16000000,       0,         1,  800000,       0",
        "T6 Heri,     90000000, 4000, 3000, 6500000,  78000000, 1500000, 102000000, 3000000,  397058",
    })
    void publishedCases(
            String name,
            long surplus,
            int capitalBp,
            int patronageBp,
            long capital,
            long totalCapital,
            long business,
            long totalTurnover,
            long expectedCapital,
            long expectedPatronage) {
        var funds = new LinkedHashMap<String, Integer>();
        funds.put("CAPITAL", capitalBp);
        funds.put("PATRONAGE", patronageBp);
        funds.put("RESERVE", 10_000 - capitalBp - patronageBp);
        var outcome =
                new Simulation(
                                Rupiah.of(surplus),
                                null,
                                textbook(funds, totalTurnover, totalCapital),
                                List.of(member(name, business, capital)))
                        .outcome();
        assertThat(outcome.villageShare()).isEqualTo(Rupiah.ZERO);
        assertThat(outcome.members())
                .containsExactly(
                        new Simulation.Share(
                                name,
                                Rupiah.of(expectedCapital),
                                Rupiah.of(expectedPatronage),
                                Rupiah.of(expectedCapital + expectedPatronage)));
        assertClosed(surplus, outcome);
    }

    /** T7, depi-triyana.blogspot.com: a whole allocation. */
    @Test
    void wholeAllocationOfBinaSeroja() {
        var funds = new LinkedHashMap<String, Integer>();
        funds.put("LOAN_SERVICE", 2_500);
        funds.put("CAPITAL", 2_000);
        funds.put("BOARD", 1_000);
        funds.put("STAFF", 1_000);
        funds.put("EDUCATION", 1_000);
        funds.put("SOCIAL", 1_000);
        funds.put("RESERVE", 1_500);
        var outcome =
                new Simulation(Rupiah.of(123_000_000), null, textbook(funds, null, null), List.of())
                        .outcome();
        assertThat(outcome.funds().values())
                .extracting(Rupiah::amount)
                .containsExactly(
                        30_750_000L,
                        24_600_000L,
                        12_300_000L,
                        12_300_000L,
                        12_300_000L,
                        12_300_000L,
                        18_450_000L);
        assertClosed(123_000_000, outcome);
    }

    @Test
    void aVillageCooperativeGivesAFifthToTheVillageAndOthersPartToTheReserve() {
        var outcome =
                new Simulation(
                                Rupiah.of(50_000_000),
                                Rupiah.of(40_000_000),
                                policy(Policy.Preset.KDKMP, kdkmpFunds(), null, null),
                                List.of(
                                        member("A", 3_000_000, 220_000),
                                        member("B", 1_000_000, 160_000),
                                        member("C", 0, 100_000)))
                        .outcome();
        assertThat(outcome.villageShare()).isEqualTo(Rupiah.of(10_000_000));
        assertThat(outcome.funds())
                .containsEntry("RESERVE", Rupiah.of(17_600_000))
                .containsEntry("PATRONAGE", Rupiah.of(11_200_000))
                .containsEntry("CAPITAL", Rupiah.of(4_800_000))
                .containsEntry("SOCIAL", Rupiah.of(1_600_000));
        assertThat(outcome.members())
                .extracting(share -> share.total().amount())
                .containsExactly(10_600_000L, 4_400_000L, 1_000_000L);
        assertThat(outcome.remainder()).isEqualTo(Rupiah.ZERO);
        assertClosed(50_000_000, outcome);
    }

    @Test
    void whatThreeEqualMembersCannotShareRemains() {
        var outcome =
                new Simulation(
                                Rupiah.of(10_000),
                                null,
                                textbook(Map.of("PATRONAGE", 10_000), null, null),
                                List.of(member("A", 7, 0), member("B", 7, 0), member("C", 7, 0)))
                        .outcome();
        assertThat(outcome.members())
                .extracting(share -> share.total().amount())
                .containsOnly(3_333L);
        assertThat(outcome.remainder()).isEqualTo(Rupiah.of(1));
    }

    @Test
    void aLossGivesNobodyAnything() {
        var outcome =
                new Simulation(
                                Rupiah.of(-5_397_981),
                                null,
                                policy(Policy.Preset.KDKMP, kdkmpFunds(), null, null),
                                List.of(member("A", 1_000, 1_000)))
                        .outcome();
        assertThat(outcome.villageShare()).isEqualTo(Rupiah.ZERO);
        assertThat(outcome.funds().values()).containsOnly(Rupiah.ZERO);
        assertThat(outcome.members()).allMatch(share -> share.total().equals(Rupiah.ZERO));
        assertThat(outcome.remainder()).isEqualTo(Rupiah.ZERO);
    }

    /** The often-copied list of funds sums to 105 %: wiwiwahda0804.blogspot.com. */
    @Test
    void percentagesThatAreNoWholeAreRefusedWithTheDifference() {
        var copied =
                Map.of(
                        "RESERVE",
                        4_000,
                        "PATRONAGE",
                        4_000,
                        "BOARD",
                        500,
                        "STAFF",
                        500,
                        "EDUCATION",
                        500,
                        "SOCIAL",
                        500,
                        "ENVIRONMENT",
                        500);
        assertRefused(
                new Simulation(Rupiah.of(1), null, textbook(copied, null, null), List.of()),
                DivisionRule.FUNDS_NOT_WHOLE,
                "105.00 %, 5.00 % too much");
    }

    @Test
    void wrongInputIsRefusedByTheRuleItBreaks() {
        var whole = Map.of("PATRONAGE", 5_000, "CAPITAL", 5_000);
        var one = List.of(member("A", 100, 50));
        assertRefused(
                new Simulation(Rupiah.of(1), null, textbook(whole, 90L, null), one),
                DivisionRule.TURNOVER_LESS_THAN_MEMBERS,
                "10 more");
        assertRefused(
                new Simulation(Rupiah.of(1), null, textbook(whole, null, 49L), one),
                DivisionRule.CAPITAL_LESS_THAN_MEMBERS,
                "1 more");
        assertRefused(
                new Simulation(Rupiah.of(10), Rupiah.of(11), textbook(whole, null, null), one),
                DivisionRule.MEMBER_SURPLUS_OUT_OF_RANGE,
                "Rp1 away");
        assertRefused(
                new Simulation(
                        Rupiah.of(1),
                        null,
                        textbook(whole, null, null),
                        List.of(member("A", 1, 1), member("A", 1, 1))),
                DivisionRule.MEMBER_TWICE,
                "'A'");
        assertRefused(
                new Simulation(
                        Rupiah.of(1),
                        null,
                        textbook(whole, null, null),
                        List.of(member("A", 1, -1))),
                DivisionRule.CAPITAL_NEGATIVE,
                "members[0]");
        assertRefused(
                new Simulation(
                        Rupiah.of(1),
                        null,
                        textbook(whole, null, null),
                        List.of(member("A", Long.MAX_VALUE, 1), member("B", 1, 1))),
                DivisionRule.TOO_LARGE,
                "units");
        assertRefused(
                new Simulation(null, null, textbook(whole, null, null), one),
                DivisionRule.MISSING,
                "surplus");
    }

    /** Whatever is given: nothing appears or vanishes, order is nothing, and more is never less. */
    @Test
    void inThousandsOfRandomWorldsEverythingCloses() {
        var random = new Random(20_250_402);
        for (var world = 0; world < 5_000; world++) {
            var surplus = random.nextLong(1L << random.nextInt(1, 55));
            var funds = randomFunds(random);
            var preset = random.nextBoolean() ? Policy.Preset.KDKMP : Policy.Preset.TEXTBOOK;
            var members = new ArrayList<Simulation.Member>();
            var many = random.nextInt(40);
            for (var i = 0; i < many; i++) {
                members.add(
                        member(
                                "m" + i,
                                random.nextLong(1L << random.nextInt(1, 45)) - 100,
                                random.nextLong(1L << random.nextInt(1, 40))));
            }
            var policy = policy(preset, funds, null, null);
            var ofMembers = Rupiah.of(random.nextLong(surplus + 1));
            var outcome = new Simulation(Rupiah.of(surplus), ofMembers, policy, members).outcome();
            assertClosed(surplus, outcome);
            assertThat(outcome.members()).noneMatch(share -> share.total().isNegative());
            for (var i = 1; i < many; i++) {
                var one = members.get(i - 1);
                var other = members.get(i);
                if (weight(one.business()) >= weight(other.business())) {
                    assertThat(outcome.members().get(i - 1).patronage())
                            .isGreaterThanOrEqualTo(outcome.members().get(i).patronage());
                }
            }
            var shuffled = new ArrayList<>(members);
            Collections.shuffle(shuffled, random);
            var again = new Simulation(Rupiah.of(surplus), ofMembers, policy, shuffled).outcome();
            assertThat(again.members()).containsExactlyInAnyOrderElementsOf(outcome.members());
            assertThat(again.remainder()).isEqualTo(outcome.remainder());
        }
    }

    private static long weight(@Nullable Rupiah business) {
        return business == null ? 0 : Math.max(0, business.amount());
    }

    private static Map<String, Integer> randomFunds(Random random) {
        var funds = new LinkedHashMap<String, Integer>();
        var left = Policy.WHOLE;
        for (var name : List.of("CAPITAL", "PATRONAGE", "BOARD")) {
            var share = random.nextInt(left + 1);
            funds.put(name, share);
            left -= share;
        }
        funds.put(random.nextBoolean() ? "RESERVE" : "SOCIAL", left);
        return funds;
    }

    private static void assertClosed(long surplus, Simulation.Outcome outcome) {
        var funds = outcome.funds().values().stream().mapToLong(Rupiah::amount).sum();
        assertThat(outcome.villageShare().amount() + funds).isEqualTo(surplus);
        var pools =
                outcome.funds().getOrDefault("CAPITAL", Rupiah.ZERO).amount()
                        + outcome.funds().getOrDefault("PATRONAGE", Rupiah.ZERO).amount();
        var members = outcome.members().stream().mapToLong(share -> share.total().amount()).sum();
        assertThat(members + outcome.remainder().amount()).isEqualTo(pools);
        assertThat(outcome.remainder().isNegative()).isFalse();
    }

    private static void assertRefused(Simulation simulation, DivisionRule rule, String difference) {
        assertThatThrownBy(simulation::outcome)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo(rule);
                            assertThat(refusal.detail()).contains(difference);
                        });
    }

    private static Simulation.Member member(String id, long business, long capital) {
        return new Simulation.Member(id, Rupiah.of(business), Rupiah.of(capital));
    }

    private static Map<String, Integer> kdkmpFunds() {
        var funds = new LinkedHashMap<String, Integer>();
        funds.put("RESERVE", 3_000);
        funds.put("PATRONAGE", 3_500);
        funds.put("CAPITAL", 1_500);
        funds.put("BOARD", 500);
        funds.put("STAFF", 500);
        funds.put("EDUCATION", 500);
        funds.put("SOCIAL", 500);
        return funds;
    }

    private static Policy textbook(
            Map<String, Integer> funds, @Nullable Long totalTurnover, @Nullable Long totalCapital) {
        return policy(Policy.Preset.TEXTBOOK, funds, totalTurnover, totalCapital);
    }

    private static Policy policy(
            Policy.Preset preset,
            Map<String, Integer> funds,
            @Nullable Long totalTurnover,
            @Nullable Long totalCapital) {
        return new Policy(
                preset,
                funds,
                null,
                totalTurnover == null ? null : Rupiah.of(totalTurnover),
                totalCapital == null ? null : Rupiah.of(totalCapital),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
