package id.lumbung.shu.division;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.account.MemberAccount.Business;
import id.lumbung.shu.account.MemberAccount.Savings;
import id.lumbung.shu.account.MemberAccount.Standing;
import id.lumbung.shu.account.PassersByDay;
import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.BusinessDenominator;
import id.lumbung.shu.division.Policy.CapitalBasis;
import id.lumbung.shu.division.Policy.CapitalComponent;
import id.lumbung.shu.division.Policy.JoinerRule;
import id.lumbung.shu.division.Policy.LeaverPolicy;
import id.lumbung.shu.division.Policy.Preset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Thousands of worlds made by chance, and the edges chance rarely finds. */
class DividerTest {

    private static final UUID COOPERATIVE = UUID.randomUUID();

    private record World(
            Policy.Rules rules,
            Rupiah net,
            Rupiah ofMembers,
            Rupiah broughtForward,
            List<MemberAccount> accounts,
            List<PassersByDay> days) {

        BookYearRecord.Proposal proposal() {
            var surplus = net.plus(broughtForward);
            var shared = surplus.isNegative() ? Rupiah.ZERO : surplus;
            return new BookYearRecord.Proposal(
                    1,
                    rules,
                    1,
                    net,
                    broughtForward,
                    shared,
                    Allocation.of(shared, ofMembers, net, rules),
                    List.of());
        }

        Division divide() {
            return divide(accounts);
        }

        Division divide(List<MemberAccount> counted) {
            var divider = new Divider(rules);
            counted.forEach(divider::count);
            days.forEach(divider::count);
            return divider.divide(
                    proposal(), Rupiah.ZERO, proposal().allocation(), to -> accounts.forEach(to));
        }
    }

    @Test
    void inThousandsOfWorldsEverythingClosesAndNobodyWhoDidMoreGetsLess() {
        for (var seed = 0; seed < 4_000; seed++) {
            var world = world(new Random(seed));
            var division = world.divide();
            var parts =
                    world.accounts().stream()
                            .map(account -> division.entitlement(account, world.rules()))
                            .toList();

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
                            it.standing() == Standing.SHARES || it.total().equals(Rupiah.ZERO));
            assertThat(
                            parts.stream()
                                    .sorted(
                                            Comparator.comparingLong(
                                                    Division.Entitlement::business))
                                    .map(it -> it.patronagePart())
                                    .toList())
                    .isSorted();
            assertThat(
                            parts.stream()
                                    .sorted(Comparator.comparingLong(Division.Entitlement::capital))
                                    .map(it -> it.capitalPart())
                                    .toList())
                    .isSorted();
            if (division.business() > 0
                    && division.capital() > 0
                    && world.rules().businessDenominator()
                            == BusinessDenominator.MEMBER_TRANSACTIONS) {
                assertThat(division.remainder().amount())
                        .isLessThanOrEqualTo(2L * world.accounts().size());
            }

            var shuffled = new ArrayList<>(world.accounts());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(world.divide(shuffled)).isEqualTo(division);
        }
    }

    private static World world(Random random) {
        var rules = rules(random);
        var accounts = new ArrayList<MemberAccount>();
        var ids = new ArrayList<UUID>();
        for (var i = random.nextInt(12); i > 0; i--) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        Collections.sort(ids);
        ids.forEach(id -> accounts.add(account(id, random)));
        var days = new ArrayList<PassersByDay>();
        for (var i = random.nextInt(4); i > 0; i--) {
            days.add(
                    new PassersByDay(
                            COOPERATIVE,
                            2025,
                            LocalDate.of(2025, 1, i),
                            random.nextLong(-1_000, 1_000_000),
                            List.of()));
        }
        var net = Rupiah.of(random.nextInt(5) == 0 ? -random.nextLong(1_000) : amount(random));
        var ofMembers = net.isNegative() ? net : Rupiah.of(random.nextLong(net.amount() + 1));
        var broughtForward = Rupiah.of(random.nextInt(3) == 0 ? -random.nextLong(100_000) : 0);
        return new World(rules, net, ofMembers, broughtForward, accounts, days);
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
                        EnumSet.of(any(CapitalComponent.values(), random), CapitalComponent.WAJIB),
                        EnumSet.of(any(Policy.MemberKind.values(), random)),
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

    private static MemberAccount account(UUID id, Random random) {
        var joinedOn = random.nextInt(8) == 0 ? null : LocalDate.of(2024 + random.nextInt(2), 3, 1);
        var leftOn = random.nextInt(5) == 0 ? LocalDate.of(2025, 9, 1) : null;
        var savings = new EnumMap<SavingsKind, Savings>(SavingsKind.class);
        for (var kind : SavingsKind.values()) {
            var opening = random.nextLong(1_000_000);
            savings.put(kind, new Savings(opening, 0, 0, opening, opening * 365));
        }
        return account(
                id,
                joinedOn == null ? null : any(MemberKind.values(), random),
                joinedOn,
                leftOn,
                random.nextInt(6) == 0 ? -random.nextLong(1_000) : amount(random),
                savings);
    }

    private static MemberAccount account(
            UUID id,
            @Nullable MemberKind kind,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            long business,
            Map<SavingsKind, Savings> savings) {
        return new MemberAccount(
                COOPERATIVE,
                2025,
                id,
                kind,
                joinedOn,
                leftOn,
                365,
                new Business(business, 0, 0, 0),
                savings,
                joinedOn,
                List.of());
    }

    private static World of(long net, Map<String, Integer> funds, MemberAccount... accounts) {
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
        return new World(
                rules, Rupiah.of(net), Rupiah.of(net), Rupiah.ZERO, List.of(accounts), List.of());
    }

    private static MemberAccount member(long business) {
        return account(
                UUID.randomUUID(),
                MemberKind.ORDINARY,
                LocalDate.of(2024, 1, 1),
                null,
                business,
                Map.of());
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
