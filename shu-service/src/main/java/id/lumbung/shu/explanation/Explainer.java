package id.lumbung.shu.explanation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.closing.BookYearRecord.State;
import id.lumbung.shu.closing.Explanation.Counted;
import id.lumbung.shu.closing.Explanation.Label;
import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.Rules;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.Journal;
import id.lumbung.shu.bookyear.BookYear;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says where each number of a member's part comes from, and estimates it while the year goes on.
 * Denominators of an open year are summed over all members and kept for a minute.
 */
@Component
public class Explainer {

    private static final Duration DENOMINATORS_KEPT = Duration.ofMinutes(1);
    private static final int COOPERATIVES_KEPT = 1_000;
    private static final int ENTRIES_AT_ONCE = 1_000;
    private static final int ACCOUNTS_AT_ONCE = 200;

    /** Where no policy was ever set: enough to show what counts, with no amount. */
    private static final Policy UNDECIDED =
            new Policy(
                    Policy.Preset.KDKMP,
                    Map.of(Policy.RESERVE, Policy.WHOLE),
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
                    null);

    private final ClosingDesk desk;
    private final Journal journal;
    private final Cache<Measure, Denominators> denominators =
            Caffeine.newBuilder()
                    .maximumSize(COOPERATIVES_KEPT)
                    .expireAfterWrite(DENOMINATORS_KEPT)
                    .build();

    private record Measure(UUID cooperativeId, int year, BookYearRecord.State state, Rules rules) {}

    private record Denominators(long business, long capital) {}

    /** What the amounts of an explanation rest on. */
    private record Basis(
            Label label,
            Rules rules,
            @Nullable Allocation allocation,
            Denominators denominators,
            List<String> assumptions) {}

    Explainer(ClosingDesk desk, Journal journal) {
        this.desk = desk;
        this.journal = journal;
    }

    /**
     * What a member's part is, or would be.
     *
     * @param surplus to assume, while none is proposed; null for the board's figures, or none
     * @throws id.lumbung.backbone.problem.Refusal when the year has no account of the member
     */
    public Explanation explain(
            UUID cooperativeId, int year, UUID memberId, @Nullable Rupiah surplus) {
        var measured = desk.measured(cooperativeId, year, memberId);
        var account = measured.account();
        if (account == null) {
            throw ClosingDesk.noAccount(year, memberId);
        }
        return explain(account, measured.bookYear(), basis(measured.closing(), surplus));
    }

    /**
     * Explains every account of a year whose books are closed, members in the order of their ids,
     * read some at a time as the stream is.
     */
    public Stream<Explanation> explainAll(UUID cooperativeId, BookYear year) {
        var basis = basis(desk.get(cooperativeId, year.year()), null);
        return Stream.iterate(
                        desk.accounts(cooperativeId, year.year(), null, ACCOUNTS_AT_ONCE),
                        page -> !page.isEmpty(),
                        page ->
                                desk.accounts(
                                        cooperativeId,
                                        year.year(),
                                        page.getLast().memberId(),
                                        ACCOUNTS_AT_ONCE))
                .flatMap(List::stream)
                .map(account -> explain(account, year, basis));
    }

    private Explanation explain(MemberAccount account, BookYear year, Basis basis) {
        var rules = basis.rules();
        var entries = entries(account.entries());
        var allocation = basis.allocation();
        var business = account.businessWeight(rules);
        var capital = account.capitalWeight(rules);
        var patronage =
                allocation == null
                        ? null
                        : product(
                                allocation.forPatronage(),
                                business,
                                basis.denominators().business());
        var onCapital =
                allocation == null
                        ? null
                        : product(allocation.forCapital(), capital, basis.denominators().capital());
        return new Explanation(
                account.cooperativeId(),
                account.bookYear(),
                basis.label(),
                new Explanation.Member(
                        account.memberId(),
                        account.kind(),
                        account.joinedOn(),
                        account.leftOn(),
                        account.standing(rules)),
                business(account, business, rules, year, entries),
                capital(account, capital, rules, year, entries),
                rules,
                patronage,
                onCapital,
                patronage == null || onCapital == null
                        ? null
                        : patronage.part().plus(onCapital.part()),
                account.entries().size(),
                basis.assumptions());
    }

    private Basis basis(BookYearRecord closing, @Nullable Rupiah assumed) {
        var year = closing.bookYear();
        var proposal = closing.proposal();
        var division = closing.division();
        if (division != null && proposal != null) {
            return new Basis(
                    Label.DIVIDED,
                    proposal.rules(),
                    proposal.allocation(),
                    new Denominators(division.business(), division.capital()),
                    List.of());
        }
        var assumptions = new ArrayList<String>();
        assumptions.add(
                "Nothing is owed before the annual meeting (RAT) has decided. Belum ada yang menjadi hak sebelum diputuskan RAT.");
        if (proposal != null) {
            return new Basis(
                    Label.PROPOSED,
                    proposal.rules(),
                    proposal.allocation(),
                    denominators(closing, proposal.rules()),
                    assumptions);
        }
        var rules = assumedRules(closing, assumptions);
        var net = assumedSurplus(closing, assumed, assumptions);
        if (!closing.state().isAtLeast(State.BOOKS_CLOSED)) {
            assumptions.add(
                    "Business, savings and denominators are those journalled by now; the year %d is open."
                            .formatted(year));
        }
        return new Basis(
                Label.ESTIMATE,
                rules,
                net == null || desk.lastWithPolicy(closing.cooperativeId(), year).isEmpty()
                        ? null
                        : Allocation.of(
                                net.surplus().plus(net.loss()),
                                net.ofMembers(),
                                net.surplus(),
                                rules),
                denominators(closing, rules),
                assumptions);
    }

    private Rules assumedRules(BookYearRecord closing, List<String> assumptions) {
        var source = desk.lastWithPolicy(closing.cooperativeId(), closing.bookYear());
        if (source.isEmpty()) {
            assumptions.add(
                    "No policy was ever set; what counts follows the KDKMP defaults, and no amount can be told.");
            return UNDECIDED.rules();
        }
        var policy = source.get().policies().getLast();
        assumptions.add(
                "The policy is that of %d, version %d; the meeting may decide otherwise."
                        .formatted(source.get().bookYear(), policy.version()));
        return policy.policy().rules();
    }

    /**
     * @param loss of earlier years that is taken off first, zero or negative
     */
    private record Net(Rupiah surplus, Rupiah ofMembers, Rupiah loss) {}

    private @Nullable Net assumedSurplus(
            BookYearRecord closing, @Nullable Rupiah assumed, List<String> assumptions) {
        if (assumed != null) {
            assumptions.add(
                    "The surplus is assumed to be %s, all of it earned with members."
                            .formatted(assumed));
            return new Net(assumed, assumed, carried(closing, assumptions));
        }
        if (closing.figures() != null) {
            var checked = closing.figures().checked();
            assumptions.add(
                    "The surplus is that of the board's figures, version %d: %s."
                            .formatted(closing.figures().version(), checked.netSurplus()));
            return new Net(
                    checked.netSurplus(), checked.memberSurplus(), carried(closing, assumptions));
        }
        assumptions.add(
                "No surplus is known yet; give one to assume (surplus=...) to see amounts.");
        return null;
    }

    private Rupiah carried(BookYearRecord closing, List<String> assumptions) {
        var loss = desk.knownLoss(closing.cooperativeId(), closing.bookYear());
        if (loss.isNegative()) {
            assumptions.add(
                    "A loss of %s, brought forward, is taken off first.".formatted(loss.negated()));
        }
        return loss;
    }

    private Denominators denominators(BookYearRecord closing, Rules rules) {
        return denominators.get(
                new Measure(closing.cooperativeId(), closing.bookYear(), closing.state(), rules),
                measure -> {
                    var divider = desk.measure(measure.cooperativeId(), measure.year(), rules);
                    return new Denominators(divider.business(), divider.capital());
                });
    }

    private static Explanation.Product product(Rupiah pool, long numerator, long denominator) {
        // An account reckoned a moment after the denominators may be larger than they knew.
        var whole = Math.max(numerator, denominator);
        var exact =
                whole == 0
                        ? BigDecimal.ZERO.setScale(2)
                        : BigDecimal.valueOf(pool.amount())
                                .multiply(BigDecimal.valueOf(numerator))
                                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN);
        return new Explanation.Product(
                numerator, whole, pool, exact.toPlainString(), pool.portion(numerator, whole));
    }

    private static Explanation.Business business(
            MemberAccount account, long counted, Rules rules, BookYear year, List<Entry> entries) {
        var transactions = 0L;
        var late = new ArrayList<Explanation.Late>();
        var counts = new EnumMap<Entry.Kind, Explanation.KindSum>(Entry.Kind.class);
        for (var entry : entries) {
            if (entry.kind().isBusiness()) {
                var as = as(entry, account, year);
                if (as == Counted.As.ADJUSTMENT_OF_AN_EARLIER_YEAR) {
                    late.add(
                            new Explanation.Late(
                                    entry.id(), year.date(entry.at()), entry.amount().amount()));
                } else if (as == Counted.As.BUSINESS
                        || (as == Counted.As.BUSINESS_BEFORE_JOINING
                                && rules.joinerRule() == Policy.JoinerRule.WHOLE_YEAR)) {
                    transactions++;
                }
                var _ =
                        counts.merge(
                                entry.kind(),
                                new Explanation.KindSum(entry.kind(), 1, entry.amount().amount()),
                                (one, other) ->
                                        new Explanation.KindSum(
                                                one.kind(),
                                                one.entries() + other.entries(),
                                                Math.addExact(one.amount(), other.amount())));
            }
        }
        var did = account.business();
        return new Explanation.Business(
                did.inYear(),
                did.beforeJoining(),
                did.afterLeaving(),
                did.adjustments(),
                counted,
                Math.max(0, -account.netBusiness(rules)),
                transactions,
                List.copyOf(counts.values()),
                late);
    }

    private static Explanation.Capital capital(
            MemberAccount account, long counted, Rules rules, BookYear year, List<Entry> entries) {
        var savings = new ArrayList<Explanation.Saving>();
        var opening = 0L;
        for (var kind : SavingsKind.values()) {
            var saving = account.savings().get(kind);
            if (saving != null) {
                var isCapital = MemberAccount.isCapital(kind, rules);
                opening += isCapital ? saving.opening() : 0;
                savings.add(
                        new Explanation.Saving(
                                kind,
                                saving.opening(),
                                saving.paidIn(),
                                saving.takenOut(),
                                saving.closing(),
                                saving.rupiahDays(),
                                Math.floorDiv(saving.rupiahDays(), account.days()),
                                isCapital));
            }
        }
        return new Explanation.Capital(
                rules.capitalBasis(),
                account.days(),
                counted,
                savings,
                balances(entries, rules, year, opening));
    }

    /** Each day on which what is held changed, beginning with the year. */
    private static List<Explanation.Balance> balances(
            List<Entry> entries, Rules rules, BookYear year, long opening) {
        var changes = new TreeMap<LocalDate, Long>();
        changes.put(year.firstDay(), 0L);
        for (var entry : entries) {
            var isSaving =
                    entry.kind() == Entry.Kind.DEPOSIT || entry.kind() == Entry.Kind.WITHDRAWAL;
            if (isSaving
                    && !entry.at().isBefore(year.from())
                    && entry.detail() != null
                    && MemberAccount.isCapital(SavingsKind.valueOf(entry.detail()), rules)) {
                var _ =
                        changes.merge(
                                year.date(entry.at()), entry.amount().amount(), Math::addExact);
            }
        }
        var held = opening;
        var balances = new ArrayList<Explanation.Balance>();
        for (var change : changes.entrySet()) {
            held = Math.addExact(held, change.getValue());
            balances.add(new Explanation.Balance(change.getKey(), held));
        }
        return balances;
    }

    private List<Entry> entries(List<UUID> ids) {
        var entries = new ArrayList<Entry>(ids.size());
        for (var from = 0; from < ids.size(); from += ENTRIES_AT_ONCE) {
            entries.addAll(
                    journal.find(ids.subList(from, Math.min(ids.size(), from + ENTRIES_AT_ONCE))));
        }
        entries.sort(Comparator.comparing(Entry::at).thenComparing(Entry::id));
        return entries;
    }

    /**
     * A page of the entries in a member's account, each with what it counts as.
     *
     * @param after the last entry of the page before
     */
    public Explanation.Entries entries(
            UUID cooperativeId, int year, UUID memberId, @Nullable UUID after, int limit) {
        var measured = desk.measured(cooperativeId, year, memberId);
        var account = measured.account();
        if (account == null) {
            throw ClosingDesk.noAccount(year, memberId);
        }
        var from = after == null ? 0 : account.entries().indexOf(after) + 1;
        var ids = account.entries().subList(from, Math.min(account.entries().size(), from + limit));
        var counted =
                entries(ids).stream()
                        .map(entry -> new Counted(entry, as(entry, account, measured.bookYear())))
                        .toList();
        return new Explanation.Entries(
                counted, from + limit >= account.entries().size() ? null : ids.getLast());
    }

    public static Counted.As as(Entry entry, MemberAccount account, BookYear year) {
        return switch (entry.kind()) {
            case SALE, RETURN, VISIT, REFUND -> {
                var on = year.date(entry.at());
                if (account.joinedOn() != null && on.isBefore(account.joinedOn())) {
                    yield Counted.As.BUSINESS_BEFORE_JOINING;
                }
                if (account.leftOn() != null && on.isAfter(account.leftOn())) {
                    yield Counted.As.BUSINESS_AFTER_LEAVING;
                }
                yield on.getYear() < account.bookYear()
                        ? Counted.As.ADJUSTMENT_OF_AN_EARLIER_YEAR
                        : Counted.As.BUSINESS;
            }
            case DEPOSIT, WITHDRAWAL -> Counted.As.SAVINGS;
            case MEMBER_JOINED, MEMBER_LEFT, COOPERATIVE_REGISTERED, OUTLET_OPENED ->
                    Counted.As.MEMBERSHIP;
        };
    }
}
