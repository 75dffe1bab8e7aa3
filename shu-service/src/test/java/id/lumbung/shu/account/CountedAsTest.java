package id.lumbung.shu.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.JoinerRule;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.Entry.Kind;
import id.lumbung.shu.journal.JournalLines.Line;
import id.lumbung.shu.journal.JournalLines.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an account sums up and what its explanation says of each entry are one judgement. */
class CountedAsTest {

    private static final int WORLDS = 4_000;
    private static final UUID COOPERATIVE = UUID.randomUUID();
    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("Asia/Jakarta"),
                    ZoneId.of("Asia/Makassar"),
                    ZoneId.of("Asia/Jayapura"));

    @Test
    void entriesByWhatTheyCountAsSumUpToTheAccount() {
        for (var seed = 0; seed < WORLDS; seed++) {
            var world = new World(new Random(seed));
            var account = world.account();
            var sums = world.explained(account);
            var business = account.business();
            assertThat(sums.getOrDefault(CountedAs.BUSINESS, 0L))
                    .as("in the year, seed %d", seed)
                    .isEqualTo(business.inYear());
            assertThat(sums.getOrDefault(CountedAs.BUSINESS_BEFORE_JOINING, 0L))
                    .as("before joining, seed %d", seed)
                    .isEqualTo(business.beforeJoining());
            assertThat(sums.getOrDefault(CountedAs.BUSINESS_OUTSIDE_MEMBERSHIP, 0L))
                    .as("outside membership, seed %d", seed)
                    .isEqualTo(business.outsideMembership());
            assertThat(sums.getOrDefault(CountedAs.ADJUSTMENT_OF_AN_EARLIER_YEAR, 0L))
                    .as("adjustments, seed %d", seed)
                    .isEqualTo(business.adjustments());
            for (var rule : JoinerRule.values()) {
                var counted =
                        sums.getOrDefault(CountedAs.BUSINESS, 0L)
                                + sums.getOrDefault(CountedAs.ADJUSTMENT_OF_AN_EARLIER_YEAR, 0L)
                                + (rule == JoinerRule.WHOLE_YEAR
                                        ? sums.getOrDefault(CountedAs.BUSINESS_BEFORE_JOINING, 0L)
                                        : 0);
                assertThat(account.netBusiness(rules(rule)))
                        .as("%s, seed %d", rule, seed)
                        .isEqualTo(counted);
            }
        }
    }

    private static Policy.Rules rules(JoinerRule joiners) {
        return new Policy(
                        null,
                        Map.of("RESERVE", 10_000),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        joiners,
                        null,
                        null,
                        null)
                .rules();
    }

    /** One member around one year: joins and leaves at odd times, returns before sales, late. */
    private static final class World {
        private final Random random;
        private final BookYear year;
        private final UUID member = UUID.randomUUID();
        private final Map<UUID, Entry> entries = new HashMap<>();
        private final Set<UUID> countedBefore = new HashSet<>();

        World(Random random) {
            this.random = random;
            this.year = BookYear.of(2025, ZONES.get(random.nextInt(ZONES.size())));
            if (random.nextInt(10) > 0) {
                var joined = day();
                add(Kind.MEMBER_JOINED, midday(joined), 0, "ORDINARY");
                if (random.nextInt(3) == 0) {
                    add(
                            Kind.MEMBER_LEFT,
                            midday(random.nextBoolean() ? joined : day()),
                            0,
                            "REQUEST");
                }
            }
            for (var i = random.nextInt(25); i > 0; i--) {
                var amount = 1 + random.nextInt(1_000_000);
                switch (random.nextInt(6)) {
                    case 0 -> add(Kind.RETURN, time(), -amount, null);
                    case 1 -> add(Kind.REFUND, time(), -amount, null);
                    case 2 -> add(Kind.VISIT, time(), amount, null);
                    case 3 -> add(Kind.DEPOSIT, time(), amount, "MANDATORY");
                    default -> add(Kind.SALE, time(), amount, null);
                }
            }
        }

        private LocalDate day() {
            return LocalDate.of(2024, 11, 1).plusDays(random.nextInt(430));
        }

        /** Often at an edge of a day, where zones differ. */
        private Instant time() {
            var at = day().atStartOfDay(year.zone()).toInstant();
            return switch (random.nextInt(4)) {
                case 0 -> at;
                case 1 -> at.minusMillis(1);
                default -> at.plusSeconds(random.nextInt(86_400));
            };
        }

        private static Instant midday(LocalDate day) {
            return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        }

        private void add(Kind kind, Instant at, long amount, @Nullable String detail) {
            if (!at.isBefore(year.until())) {
                return;
            }
            var entry =
                    new Entry(
                            UUID.randomUUID(),
                            kind,
                            COOPERATIVE,
                            COOPERATIVE,
                            member,
                            kind == Kind.MEMBER_JOINED ? member : UUID.randomUUID(),
                            kind == Kind.MEMBER_LEFT ? member : null,
                            Rupiah.of(amount),
                            null,
                            at,
                            at,
                            at,
                            detail,
                            null,
                            null);
            entries.put(entry.id(), entry);
            if (at.isBefore(year.from()) && random.nextInt(3) > 0) {
                countedBefore.add(entry.id());
            }
        }

        MemberAccount account() {
            var lines = new ArrayList<Line>();
            entries.values().forEach(it -> lines.add(line(it)));
            Collections.shuffle(lines, random);
            return MemberAccount.of(COOPERATIVE, member, year, year.from(), lines, countedBefore);
        }

        private static Line line(Entry it) {
            return new Line(
                    it.id(),
                    it.kind(),
                    it.memberId(),
                    it.at().toEpochMilli(),
                    it.amount().amount(),
                    it.detail(),
                    new Office(it.factId(), it.refersTo(), null, null));
        }

        Map<CountedAs, Long> explained(MemberAccount account) {
            var sums = new EnumMap<CountedAs, Long>(CountedAs.class);
            for (var id : account.entries()) {
                var entry = entries.get(id);
                sums.merge(
                        CountedAs.of(entry.kind(), entry.at(), account.membership(), year),
                        entry.amount().amount(),
                        Long::sum);
            }
            return sums;
        }
    }
}
