package id.lumbung.shu.division;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.division.Policy.BusinessDenominator;
import id.lumbung.shu.division.Policy.CapitalBasis;
import id.lumbung.shu.division.Policy.JoinerRule;
import id.lumbung.shu.division.Policy.LeaverPolicy;
import id.lumbung.shu.division.Policy.Preset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Thousands of worlds made by chance, and the edges chance rarely finds. */
class DividerTest {

    private record World(
            Policy.Rules rules,
            YearResult result,
            Rupiah ofMembers,
            List<Weights> members,
            long others) {

        Division divide() {
            return divide(members);
        }

        Division divide(List<Weights> counted) {
            var divider = new Divider(rules);
            counted.forEach(divider::count);
            divider.countPassersBy(others);
            return divider.divide(
                    result,
                    Allocation.of(result.surplus(), ofMembers, result.net(), rules),
                    members::forEach);
        }
    }

    @Test
    void inThousandsOfWorldsEverythingClosesAndNobodyWhoDidMoreGetsLess() {
        for (var seed = 0; seed < 4_000; seed++) {
            var world = world(new Random(seed));
            var division = world.divide();
            var parts = world.members().stream().map(division::entitlement).toList();

            var funds = division.funds().values().stream().reduce(Rupiah.ZERO, Rupiah::plus);
            assertThat(funds.plus(division.villageShare()))
                    .as("funds of world %d", seed)
                    .isEqualTo(division.surplus());
            var members = parts.stream().map(it -> it.total()).reduce(Rupiah.ZERO, Rupiah::plus);
            assertThat(members).isEqualTo(division.toMembers());
            assertThat(members.plus(division.remainder()))
                    .as("pools of world %d", seed)
                    .isEqualTo(division.forCapital().plus(division.forPatronage()));
            assertThat(parts)
                    .allMatch(it -> !it.patronagePart().isNegative())
                    .allMatch(it -> !it.capitalPart().isNegative())
                    .allMatch(it ->
                            it.eligibility() == Eligibility.SHARES
                                    || it.total().equals(Rupiah.ZERO));
            assertThat(
                            parts.stream()
                                    .sorted(Comparator.comparingLong(Entitlement::business))
                                    .map(it -> it.patronagePart())
                                    .toList())
                    .isSorted();
            assertThat(
                            parts.stream()
                                    .sorted(Comparator.comparingLong(Entitlement::capital))
                                    .map(it -> it.capitalPart())
                                    .toList())
                    .isSorted();
            if (division.business() > 0
                    && division.capital() > 0
                    && world.rules().businessDenominator()
                            == BusinessDenominator.MEMBER_TRANSACTIONS) {
                assertThat(division.remainder().amount())
                        .isLessThanOrEqualTo(2L * world.members().size());
            }

            var shuffled = new ArrayList<>(world.members());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(world.divide(shuffled)).isEqualTo(division);
        }
    }

    private static World world(Random random) {
        var members = new ArrayList<Weights>();
        for (var i = random.nextInt(12); i > 0; i--) {
            members.add(weights(random));
        }
        members.sort(Comparator.comparing(Weights::memberId));
        var net = Rupiah.of(random.nextInt(5) == 0 ? -random.nextLong(1_000) : amount(random));
        var ofMembers = net.isNegative() ? net : Rupiah.of(random.nextLong(net.amount() + 1));
        var broughtForward = Rupiah.of(random.nextInt(3) == 0 ? -random.nextLong(100_000) : 0);
        return new World(
                rules(random),
                new YearResult(net, broughtForward, Rupiah.ZERO),
                ofMembers,
                members,
                random.nextLong(-1_000, 1_000_000));
    }

    private static Weights weights(Random random) {
        var id = new UUID(random.nextLong(), random.nextLong());
        var turnover = random.nextInt(6) == 0 ? -random.nextLong(1_000) : amount(random);
        var eligibility = any(Eligibility.values(), random);
        return eligibility == Eligibility.SHARES
                ? new Weights(
                        id,
                        eligibility,
                        Math.max(0, turnover),
                        random.nextLong(1_000_000),
                        Math.max(0, -turnover),
                        random.nextInt(1_000))
                : new Weights(id, eligibility, 0, 0, 0, Math.max(0, turnover));
    }

    private static long amount(Random random) {
        return random.nextBoolean() ? random.nextLong(1_000) : random.nextLong(1_000_000_000_000L);
    }

    private static Policy.Rules rules(Random random) {
        var funds = new LinkedHashMap<String, Integer>();
        var left = Policy.WHOLE;
        for (var fund : List.of("PATRONAGE", "CAPITAL", "SOCIAL")) {
            var share = random.nextInt(left + 1);
            funds.put(fund, share);
            left -= share;
        }
        funds.put("RESERVE", left);
        return new Policy(
                        random.nextBoolean() ? Preset.KDKMP : Preset.TEXTBOOK,
                        funds,
                        any(BusinessDenominator.values(), random),
                        null,
                        null,
                        null,
                        random.nextBoolean(),
                        EnumSet.of(any(SavingsKind.values(), random), SavingsKind.MANDATORY),
                        EnumSet.of(any(MemberKind.values(), random)),
                        any(CapitalBasis.values(), random),
                        any(JoinerRule.values(), random),
                        any(LeaverPolicy.values(), random),
                        random.nextInt(4) == 0 ? 1 + random.nextInt(12) : null,
                        null)
                .rules();
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private static World of(long net, Map<String, Integer> funds, Weights... members) {
        var rules =
                new Policy(
                                Preset.TEXTBOOK,
                                funds,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)
                        .rules();
        var result = new YearResult(Rupiah.of(net), Rupiah.ZERO, Rupiah.ZERO);
        return new World(rules, result, Rupiah.of(net), List.of(members), 0);
    }

    private static Weights member(long business) {
        return new Weights(
                UUID.randomUUID(),
                Eligibility.SHARES,
                Math.max(0, business),
                0,
                Math.max(0, -business),
                0);
    }

    @Test
    void withoutAnybodyOrAnythingThePoolGoesToTheReserve() {
        var halves = Map.of("PATRONAGE", 5_000, "CAPITAL", 5_000);
        var empty = of(1_001, halves).divide();
        assertThat(empty.toMembers()).isEqualTo(Rupiah.ZERO);
        assertThat(empty.toReserve()).isEqualTo(Rupiah.of(1_001));
        var idle = of(1_000, halves, member(0), member(0)).divide();
        assertThat(idle.toReserve()).isEqualTo(Rupiah.of(1_000));
        assertThat(idle.entitled()).isZero();
    }

    @Test
    void oneMemberTakesThePoolAndThreeEqualOnesLeaveARupiah() {
        var all = Map.of("PATRONAGE", 10_000);
        assertThat(of(10_000, all, member(7)).divide().toMembers()).isEqualTo(Rupiah.of(10_000));
        var three = of(10_000, all, member(5), member(5), member(5)).divide();
        assertThat(three.toMembers()).isEqualTo(Rupiah.of(9_999));
        assertThat(three.remainder()).isEqualTo(Rupiah.of(1));
    }

    @Test
    void whoseReturnsExceedTheirPurchasesCountsAsZeroAndTheShortfallIsTold() {
        var division = of(1_000, Map.of("PATRONAGE", 10_000), member(-300), member(500)).divide();
        assertThat(division.business()).isEqualTo(500);
        assertThat(division.shortfall()).isEqualTo(300);
        assertThat(division.toMembers()).isEqualTo(Rupiah.of(1_000));
    }

    @Test
    void nothingAndALossGiveNobodyAnything() {
        var all = Map.of("PATRONAGE", 10_000);
        assertThat(of(0, all, member(5)).divide().toMembers()).isEqualTo(Rupiah.ZERO);
        var loss = of(-700, all, member(5)).divide();
        assertThat(loss.toMembers()).isEqualTo(Rupiah.ZERO);
        assertThat(loss.carriedForward()).isEqualTo(Rupiah.of(-700));
        assertThat(loss.surplus()).isEqualTo(Rupiah.ZERO);
    }
}
