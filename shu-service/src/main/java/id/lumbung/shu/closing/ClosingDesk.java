package id.lumbung.shu.closing;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.problem.Refusal;
import id.lumbung.backbone.security.Actor;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.account.PassersByDay;
import id.lumbung.shu.closing.BookYearRecord.Books;
import id.lumbung.shu.closing.BookYearRecord.Proposal;
import id.lumbung.shu.closing.BookYearRecord.State;
import id.lumbung.shu.reconciliation.Completeness;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.Rules;
import id.lumbung.shu.journal.Journal;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.patronage.PatronageBook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a book year is taken from step to step. Each step may be sent twice and counts once; a step
 * that is refused leaves everything as it was. What somebody decides is written in the audit before
 * it counts; what follows from it of itself is not.
 */
@Component
public class ClosingDesk {

    private static final int MOST_POLICIES = 100;

    /** Basis points of the surplus that a village is due (Permendes PDT 10/2025 art. 7(1)). */
    private static final int LEAST_VILLAGE_SHARE = 2_000;

    private final BookYearStore closings;
    private final AccountStore accounts;
    private final Journal journal;
    private final PatronageBook book;
    private final Completeness completeness;
    private final AuditLog audit;
    private final Clock clock;

    ClosingDesk(
            BookYearStore closings,
            AccountStore accounts,
            Journal journal,
            PatronageBook book,
            Completeness completeness,
            AuditLog audit,
            Clock clock) {
        this.closings = closings;
        this.accounts = accounts;
        this.journal = journal;
        this.book = book;
        this.completeness = completeness;
        this.audit = audit;
        this.clock = clock;
    }

    public BookYearRecord get(UUID cooperativeId, int year) {
        return closings.get(cooperativeId, year);
    }

    List<BookYearRecord> all(UUID cooperativeId) {
        return closings.all(cooperativeId);
    }

    private BookYearRecord save(String action, BookYearRecord next) {
        record(action, next.cooperativeId(), next.bookYear(), next.id());
        return closings.save(next);
    }

    /** Writes what is about to be done of a book year in the audit. */
    public void record(String action, UUID cooperativeId, int year, UUID about) {
        var _ = audit.record(action, cooperativeId, about.toString(), "Book year " + year);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Sets the policy of a year; the one before stays on record.
     *
     * @throws Refusal when it breaks a rule, or the meeting has decided
     */
    BookYearRecord setPolicy(UUID cooperativeId, int year, Policy policy) {
        var closing = closings.get(cooperativeId, year);
        if (closing.policy().filter(last -> last.policy().equals(policy)).isPresent()) {
            return closing;
        }
        requireUndecided(closing);
        var _ = policy.rules();
        if (policy.totalTurnover() != null || policy.totalCapital() != null) {
            throw ClosingRule.TOTALS_ARE_RECKONED.refusal(
                    "'totalTurnover' and 'totalCapital' are for simulations; a book year's totals come from its journal. Leave them out.");
        }
        if (closing.policies().size() == MOST_POLICIES) {
            throw ClosingRule.TOO_MANY_VERSIONS.refusal(
                    "The policy was changed %d times; no more versions are kept."
                            .formatted(MOST_POLICIES));
        }
        return save("POLICY_SET", closing.withPolicy(policy, now(), Actor.current()));
    }

    /**
     * Sets the board's figures of a year; sums that do not add up are told, not trusted.
     *
     * @throws Refusal when they cannot be reckoned with, or the meeting has decided
     */
    BookYearRecord setFigures(UUID cooperativeId, int year, ResultCalculation figures) {
        var closing = closings.get(cooperativeId, year);
        if (closing.figures() != null && closing.figures().figures().equals(figures)) {
            return closing;
        }
        requireUndecided(closing);
        try {
            return save(
                    "FIGURES_SET",
                    closing.withFigures(figures, figures.checked(), now(), Actor.current()));
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
    }

    private static Refusal tooLarge() {
        return ClosingRule.TOO_LARGE.refusal(
                "The amounts together exceed %d rupiah; check their units."
                        .formatted(Long.MAX_VALUE));
    }

    private static void requireUndecided(BookYearRecord closing) {
        if (closing.state().isAtLeast(State.APPROVED)) {
            throw ClosingRule.FROZEN.refusal(
                    "The meeting has decided on the year %d; its policy and figures stand. What is wrong is put right in a later year."
                            .formatted(closing.bookYear()));
        }
    }

    /**
     * Begins to close the books: asks every gate, and freezes what the journal holds. {@link
     * #advance} does the work.
     *
     * @throws Refusal when the year is not over, it is not its turn, or a gate is shut
     */
    BookYearRecord close(UUID cooperativeId, int year) {
        var closing = closings.get(cooperativeId, year);
        if (closing.state().isAtLeast(State.BOOKS_CLOSED) || isUnderWay(closing)) {
            return closing;
        }
        var bookYear = book.year(cooperativeId, year);
        if (clock.instant().isBefore(bookYear.until())) {
            throw ClosingRule.YEAR_NOT_OVER.refusal(
                    "The year %d is not over before %s."
                            .formatted(year, bookYear.until().atZone(bookYear.zone())));
        }
        requireTurn(cooperativeId, year);
        requireEarlierClosed(cooperativeId, bookYear);
        var check = completeness.check(cooperativeId, bookYear.zone(), bookYear.until());
        if (!check.holds()) {
            throw ClosingRule.GATES_SHUT.refusal(
                    "Not everything is proved to be in the journal: "
                            + check.gates().stream()
                                    .filter(gate -> !gate.holds())
                                    .map(gate ->
                                            "%s (%d): %s"
                                                    .formatted(
                                                            gate.name(),
                                                            gate.figure(),
                                                            gate.detail()))
                                    .collect(Collectors.joining(" "))
                            + " See GET gates.");
        }
        return save(
                "BOOKS_CLOSED", closing.begin(State.BOOKS_CLOSED, now(), Actor.current(), check));
    }

    private static boolean isUnderWay(BookYearRecord closing) {
        return closing.underWay() != null && !closing.underWay().isStuck();
    }

    /**
     * A later year may count already what came late for this one; it would count twice. Nor may two
     * years freeze at once, for neither would see what the other counts.
     */
    private void requireTurn(UUID cooperativeId, int year) {
        for (var other : closings.all(cooperativeId)) {
            if (other.bookYear() > year && other.state().isAtLeast(State.BOOKS_CLOSED)) {
                throw ClosingRule.LATER_YEAR_CLOSED.refusal(
                        "The books of %d are closed, so those of %d stay as they are. What comes for %d now counts in the first year that is open after %d."
                                .formatted(other.bookYear(), year, year, other.bookYear()));
            }
            if (other.bookYear() != year
                    && !other.state().isAtLeast(State.BOOKS_CLOSED)
                    && isUnderWay(other)) {
                throw ClosingRule.OTHER_YEAR_CLOSING.refusal(
                        "The books of %d are being closed. Ask again when they are."
                                .formatted(other.bookYear()));
            }
        }
    }

    /**
     * Business of a year whose books are open would be lost to its members if a later year closed
     * first. What arrives for a closed year counts in the next.
     */
    private void requireEarlierClosed(UUID cooperativeId, BookYear bookYear) {
        var last = closedBefore(cooperativeId, bookYear.year()).stream().reduce((_, b) -> b);
        if (last.isPresent() && last.get() == bookYear.year() - 1) {
            return;
        }
        var from =
                last.map(closed -> book.year(cooperativeId, closed).until()).orElse(Instant.EPOCH);
        var earlier = journal.anyBusiness(cooperativeId, from, bookYear.from());
        if (earlier.isPresent()) {
            throw ClosingRule.EARLIER_YEAR_OPEN.refusal(
                    "There is business in %d, and its books are open. Close the years in their order."
                            .formatted(bookYear.date(earlier.get().at()).getYear()));
        }
    }

    private List<Integer> closedBefore(UUID cooperativeId, int year) {
        return closings.all(cooperativeId).stream()
                .filter(closing ->
                        closing.bookYear() < year && closing.state().isAtLeast(State.BOOKS_CLOSED))
                .map(BookYearRecord::bookYear)
                .toList();
    }

    /**
     * Puts policy and figures before the meeting, as they stand now.
     *
     * @throws Refusal when one of them is missing, or the books are open
     */
    BookYearRecord propose(UUID cooperativeId, int year) {
        var closing = closings.get(cooperativeId, year);
        requireState(closing, State.BOOKS_CLOSED, "Close the books first: PUT closing.");
        var policy =
                closing.policy()
                        .orElseThrow(() ->
                                ClosingRule.NO_POLICY.refusal(
                                        "No policy is set for %d. Set it first: PUT policy."
                                                .formatted(year)));
        var figures = closing.figures();
        if (figures == null) {
            throw ClosingRule.NO_FIGURES.refusal(
                    "No figures are set for %d. Set them first: PUT figures.".formatted(year));
        }
        var rules = policy.policy().rules();
        var checked = figures.checked();
        var broughtForward = broughtForward(cooperativeId, year);
        var surplus = max0(checked.netSurplus().plus(broughtForward));
        var proposal =
                new Proposal(
                        policy.version(),
                        rules,
                        figures.version(),
                        checked.netSurplus(),
                        broughtForward,
                        surplus,
                        Division.allocation(surplus, checked, rules),
                        warnings(rules, checked, closing));
        if (proposal.equals(closing.proposal())) {
            return closing;
        }
        requireUndecided(closing);
        return save("DIVISION_PROPOSED", closing.proposed(proposal, now(), Actor.current()));
    }

    private static Rupiah max0(Rupiah amount) {
        return amount.isNegative() ? Rupiah.ZERO : amount;
    }

    /** What the last closed year left as a loss (Juklak Menkop 1/2025 art. 22). */
    private Rupiah broughtForward(UUID cooperativeId, int year) {
        var before =
                closings.all(cooperativeId).stream()
                        .filter(closing ->
                                closing.bookYear() < year
                                        && closing.state().isAtLeast(State.BOOKS_CLOSED))
                        .reduce((_, later) -> later);
        if (before.isEmpty()) {
            return Rupiah.ZERO;
        }
        var division = before.get().division();
        if (division == null) {
            throw ClosingRule.EARLIER_YEAR_OPEN.refusal(
                    "The year %d is not divided yet, and may leave a loss to carry. Finish it first."
                            .formatted(before.get().bookYear()));
        }
        return division.carriedForward();
    }

    private static List<String> warnings(Rules rules, ResultCalculation.Checked figures, BookYearRecord closing) {
        var warnings = new ArrayList<String>();
        if (rules.villageShareBp() < LEAST_VILLAGE_SHARE) {
            warnings.add(
                    "VILLAGE_SHARE_BELOW_LAW: a village (desa) is due at least 20 %% (Permendes PDT 10/2025 art. 7); the policy gives %d basis points. A ward (kelurahan) is due none."
                            .formatted(rules.villageShareBp()));
        }
        if (rules.capitalComponents().contains(Policy.CapitalComponent.SUKARELA)) {
            warnings.add(
                    "VOLUNTARY_SAVINGS_AS_CAPITAL: voluntary savings are borrowed capital (UU 25/1992 art. 41(3)) and usually earn interest, not SHU.");
        }
        if (!figures.mismatches().isEmpty()) {
            warnings.add(
                    "SUMS_DO_NOT_ADD_UP: %d lines of the figures differ from their own parts; the parts were taken."
                            .formatted(figures.mismatches().size()));
        }
        if (figures.unchecked()) {
            warnings.add("FIGURES_UNCHECKED: the surplus was given without its lines.");
        }
        if (closing.books() != null && closing.books().members() == 0) {
            warnings.add("NO_MEMBERS: the members' funds will go to the reserve.");
        }
        return warnings;
    }

    private static void requireState(BookYearRecord closing, State least, String what) {
        if (!closing.state().isAtLeast(least)) {
            throw ClosingRule.WRONG_STATE.refusal(
                    "The year %d is %s%s. %s"
                            .formatted(
                                    closing.bookYear(),
                                    closing.state(),
                                    closing.underWay() == null
                                            ? ""
                                            : " and on its way to " + closing.underWay().to(),
                                    what));
        }
    }

    /**
     * Records what the meeting resolved.
     *
     * @throws Refusal when it could not so decide, or decided on something else than is proposed
     */
    BookYearRecord resolve(UUID cooperativeId, int year, Resolution resolution) {
        var closing = closings.get(cooperativeId, year);
        if (resolution.equals(closing.resolution())) {
            return closing;
        }
        requireUndecided(closing);
        requireState(closing, State.PROPOSED, "Propose first: PUT proposal.");
        var proposal = proposal(closing);
        var today = LocalDate.ofInstant(clock.instant(), book.year(cooperativeId, year).zone());
        resolution.check(year, today);
        var isOutdated =
                resolution.policyVersion() != proposal.policyVersion()
                        || closing.policies().getLast().version() != proposal.policyVersion()
                        || (closing.figures() != null
                                && closing.figures().version() != proposal.figuresVersion());
        if (isOutdated) {
            throw ClosingRule.POLICY_OUTDATED.refusal(
                    "The meeting decided on policy version %d; version %d is proposed, on figures version %d. Propose what the meeting saw: PUT policy or figures, then PUT proposal."
                            .formatted(
                                    resolution.policyVersion(),
                                    proposal.policyVersion(),
                                    proposal.figuresVersion()));
        }
        requireSameFunds(resolution, proposal);
        requireReserve(resolution, proposal, closing);
        return save("RESOLUTION_RECORDED", closing.approved(resolution, now(), Actor.current()));
    }

    private static Proposal proposal(BookYearRecord closing) {
        if (closing.proposal() == null) {
            throw new IllegalStateException("A year that is PROPOSED has a proposal");
        }
        return closing.proposal();
    }

    private static void requireSameFunds(Resolution resolution, Proposal proposal) {
        var decided = resolution.funds();
        if (decided == null || decided.equals(proposal.rules().funds())) {
            return;
        }
        var differences = new LinkedHashMap<String, String>();
        proposal.rules()
                .funds()
                .forEach((fund, share) -> {
                    if (!share.equals(decided.get(fund))) {
                        differences.put(fund, "%s for %s".formatted(decided.get(fund), share));
                    }
                });
        decided.forEach((fund, share) -> {
            if (!proposal.rules().funds().containsKey(fund)) {
                differences.put(fund, "%s for none".formatted(share));
            }
        });
        throw ClosingRule.FUNDS_DIFFER.refusal(
                "The percentages decided differ from those proposed (basis points): %s. Set the policy to what was decided, propose it and record the resolution again."
                        .formatted(differences));
    }

    private static void requireReserve(Resolution resolution, Proposal proposal, BookYearRecord closing) {
        var loss = proposal.netSurplus().plus(proposal.broughtForward());
        var most =
                closing.figures() == null || closing.figures().figures().reserve() == null
                        ? Rupiah.ZERO
                        : closing.figures().figures().reserve();
        var needed = loss.isNegative() ? loss.negated() : Rupiah.ZERO;
        if (resolution.fromReserve().isMoreThan(needed)
                || resolution.fromReserve().isMoreThan(most)) {
            throw ClosingRule.RESERVE_OUT_OF_RANGE.refusal(
                    "'reserveUsed' is %s; the loss is %s and the figures know of a reserve of %s."
                            .formatted(resolution.fromReserve(), needed, most));
        }
    }

    /** Begins to divide; {@link #advance} does the work. */
    BookYearRecord divide(UUID cooperativeId, int year) {
        var closing = closings.get(cooperativeId, year);
        if (closing.state().isAtLeast(State.DIVIDED) || isUnderWay(closing)) {
            return closing;
        }
        requireState(
                closing, State.APPROVED, "Record the meeting's resolution first: PUT resolution.");
        return save("SURPLUS_DIVIDED", closing.begin(State.DIVIDED, now(), Actor.current(), null));
    }

    /**
     * Finishes a long step that has begun, whoever began it. Doing it twice is doing it once.
     *
     * @throws Refusal when it cannot go on as it is; that stands at the step, too, until it is
     *     begun again
     */
    BookYearRecord advance(BookYearRecord closing) {
        if (closing.underWay() == null) {
            return closing;
        }
        try {
            return switch (closing.underWay().to()) {
                case BOOKS_CLOSED -> finishClosing(closing);
                case DIVIDED -> finishDivision(closing);
                case OPEN, PROPOSED, APPROVED, PAID ->
                        throw new IllegalStateException(
                                "No long step leads to " + closing.underWay().to());
            };
        } catch (Refusal refusal) {
            if (refusal.rule() == ClosingRule.CHANGED_MEANWHILE) {
                return closings.get(closing.cooperativeId(), closing.bookYear());
            }
            throw stuck(closing, refusal);
        } catch (ArithmeticException e) {
            throw stuck(closing, tooLarge());
        }
    }

    private Refusal stuck(BookYearRecord closing, Refusal why) {
        var _ = closings.save(closing.stuck(why.slug() + ": " + why.detail()));
        return why;
    }

    private BookYearRecord finishClosing(BookYearRecord closing) {
        var cooperative = closing.cooperativeId();
        var year = book.year(cooperative, closing.bookYear());
        accounts.freeze(
                cooperative,
                year,
                closedBefore(cooperative, year.year()),
                () -> requireOpen(cooperative, year.year()));
        return closings.save(closing.closed(books(cooperative, year.year()), now()));
    }

    /** A process that lags behind another must not add to what that one has closed. */
    private void requireOpen(UUID cooperativeId, int year) {
        if (closings.get(cooperativeId, year).state().isAtLeast(State.BOOKS_CLOSED)) {
            throw ClosingRule.CHANGED_MEANWHILE.refusal(
                    "The books of %d were closed meanwhile.".formatted(year));
        }
    }

    private Books books(UUID cooperative, int year) {
        var sums = new BooksSums();
        accounts.eachFrozen(cooperative, year, sums);
        return sums.books();
    }

    private static final class BooksSums implements AccountStore.Sink {
        private final Map<SavingsKind, Long> savings = new EnumMap<>(SavingsKind.class);
        private long members;
        private long business;
        private long others;
        private long adjustments;
        private long entries;

        @Override
        public void member(MemberAccount account) {
            var did = account.business();
            entries += account.entries().size();
            if (account.kind() == null) {
                others = Math.addExact(others, did.all());
                return;
            }
            members++;
            business = Math.addExact(business, Math.addExact(did.inYear(), did.adjustments()));
            others = Math.addExact(others, Math.addExact(did.beforeJoining(), did.afterLeaving()));
            adjustments = Math.addExact(adjustments, did.adjustments());
            account.savings()
                    .forEach((kind, saving) -> {
                        var _ = savings.merge(kind, saving.closing(), Math::addExact);
                    });
        }

        @Override
        public void passersBy(PassersByDay day) {
            entries += day.entries().size();
            others = Math.addExact(others, day.business());
        }

        Books books() {
            return new Books(members, business, others, adjustments, entries, savings);
        }
    }

    private BookYearRecord finishDivision(BookYearRecord closing) {
        return closings.save(closing.divided(division(closing), now()));
    }

    /** From what is frozen and decided alone: whenever it is reckoned, the same to the byte. */
    private Division division(BookYearRecord closing) {
        var proposal = proposal(closing);
        var divider = divider(closing.cooperativeId(), closing.bookYear(), proposal.rules());
        return divider.divide(
                proposal,
                closing.resolution() == null ? Rupiah.ZERO : closing.resolution().fromReserve(),
                proposal.allocation(),
                to -> accounts.each(closing.cooperativeId(), closing.bookYear(), to));
    }

    /** With the denominators of a frozen year. */
    private Divider divider(UUID cooperative, int year, Rules rules) {
        var divider = new Divider(rules);
        accounts.each(cooperative, year, divider::count);
        if (rules.businessDenominator() == Policy.BusinessDenominator.TOTAL_TURNOVER) {
            accounts.eachDay(cooperative, year, divider::count);
        }
        return divider;
    }

    /**
     * Whether a divided year is what its journal, reckoned from zero, gives.
     *
     * @param accounts reckoned anew
     * @param differences the first of those accounts that differ, by member
     */
    record Verification(
            boolean equal,
            long accounts,
            List<UUID> differences,
            String storedDigest,
            String reckonedDigest) {}

    Verification verify(UUID cooperativeId, int year) {
        var closing = closings.get(cooperativeId, year);
        requireState(closing, State.DIVIDED, "Only a divided year can be verified.");
        var stored = closing.division();
        if (stored == null) {
            throw new IllegalStateException("A year that is DIVIDED has a division");
        }
        var comparison =
                accounts.compareFrozen(
                        cooperativeId,
                        book.year(cooperativeId, year),
                        closedBefore(cooperativeId, year));
        var reckoned = division(closing);
        // An account that is gone takes with it what it named; only the closing's sums know of it.
        return new Verification(
                comparison.differences().isEmpty()
                        && books(cooperativeId, year).equals(closing.books())
                        && Arrays.equals(closings.bytes(stored), closings.bytes(reckoned)),
                comparison.accounts(),
                comparison.differences(),
                stored.digest(),
                reckoned.digest());
    }

    /** A divided year, for those who show it or pay it out. */
    public record Divided(Division division, Rules rules) {}

    /**
     * @throws Refusal when it is not divided yet
     */
    public Divided divided(UUID cooperativeId, int year) {
        var closing = closings.get(cooperativeId, year);
        requireState(closing, State.DIVIDED, "Nothing is due before it is divided: PUT division.");
        if (closing.division() == null) {
            throw new IllegalStateException("A year that is DIVIDED has a division");
        }
        return new Divided(closing.division(), proposal(closing).rules());
    }

    /**
     * What a member is due of a divided year.
     *
     * @throws Refusal when the year is not divided, or has no account of the member
     */
    public Division.Entitlement entitlement(UUID cooperativeId, int year, UUID memberId) {
        var divided = divided(cooperativeId, year);
        return divided.division()
                .entitlement(account(cooperativeId, year, memberId), divided.rules());
    }

    private MemberAccount account(UUID cooperativeId, int year, UUID memberId) {
        return accounts.find(cooperativeId, year, memberId)
                .orElseThrow(() -> noAccount(year, memberId));
    }

    static Refusal noAccount(int year, UUID memberId) {
        return ClosingRule.NO_SUCH_ACCOUNT.refusal(
                "The year %d has no account of a member %s. Check the id and the year."
                        .formatted(year, memberId));
    }

    /**
     * Entitlements of a divided year by the page, members in the order of their ids.
     *
     * @param next what to give as {@code after} for the next page; null on the last
     */
    public record Page(List<Division.Entitlement> entitlements, @Nullable UUID next) {}

    public Page entitlements(UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        var divided = divided(cooperativeId, year);
        var page =
                accounts.page(cooperativeId, year, after, limit).stream()
                        .map(account -> divided.division().entitlement(account, divided.rules()))
                        .toList();
        return new Page(page, page.size() < limit ? null : page.getLast().memberId());
    }

    /**
     * The division that is proposed, or was made: the same arithmetic, whether or not the meeting
     * has decided.
     */
    public final class Proposed {
        private final BookYearRecord closing;
        private final Division division;
        private final Rules rules;

        private Proposed(BookYearRecord closing, Division division, Rules rules) {
            this.closing = closing;
            this.division = division;
            this.rules = rules;
        }

        /** An account and what it comes to. */
        public record Part(MemberAccount account, Division.Entitlement entitlement) {}

        public Division division() {
            return division;
        }

        /** Accounts by the page, members in the order of their ids. */
        public List<Part> page(@Nullable UUID after, int limit) {
            return accounts.page(closing.cooperativeId(), closing.bookYear(), after, limit).stream()
                    .map(account -> new Part(account, division.entitlement(account, rules)))
                    .toList();
        }
    }

    /**
     * @throws Refusal when nothing is proposed
     */
    public Proposed proposed(UUID cooperativeId, int year) {
        var closing = closings.get(cooperativeId, year);
        requireState(closing, State.PROPOSED, "Propose it first: PUT proposal.");
        return new Proposed(
                closing,
                closing.division() == null ? division(closing) : closing.division(),
                proposal(closing).rules());
    }

    /** Marks a divided year as paid out; whether it is, the one who keeps the payments knows. */
    public void markPaid(UUID cooperativeId, int year) {
        var closing = closings.get(cooperativeId, year);
        requireState(closing, State.DIVIDED, "Divide it first: PUT division.");
        if (closing.state() != State.PAID) {
            var _ = save("BOOK_YEAR_SETTLED", closing.paid(now(), Actor.current()));
        }
    }

    /**
     * Where a member's account of a year stands, reckoned or frozen, with what it is measured by.
     */
    record Measured(
            BookYearRecord closing,
            BookYear bookYear,
            @Nullable MemberAccount account,
            List<Integer> closedBefore) {}

    Measured measured(UUID cooperativeId, int year, UUID memberId) {
        var closing = closings.get(cooperativeId, year);
        var bookYear = book.year(cooperativeId, year);
        var before = closedBefore(cooperativeId, year);
        var account =
                closing.state().isAtLeast(State.BOOKS_CLOSED)
                        ? accounts.find(cooperativeId, year, memberId).orElse(null)
                        : accounts.reckon(cooperativeId, memberId, bookYear, before);
        return new Measured(closing, bookYear, account, before);
    }

    /** Accounts of a closed year by the page, with the ids of their entries. */
    List<MemberAccount> accounts(UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        return accounts.pageWithEntries(cooperativeId, year, after, limit);
    }

    /** The denominators of a year as far as they are known: frozen, or from the journal of now. */
    Divider measure(UUID cooperativeId, int year, Rules rules) {
        var closing = closings.get(cooperativeId, year);
        if (closing.state().isAtLeast(State.BOOKS_CLOSED)) {
            return divider(cooperativeId, year, rules);
        }
        var divider = new Divider(rules);
        accounts.reckon(
                cooperativeId,
                book.year(cooperativeId, year),
                closedBefore(cooperativeId, year),
                new AccountStore.Sink() {
                    @Override
                    public void member(MemberAccount account) {
                        divider.count(account);
                    }

                    @Override
                    public void passersBy(PassersByDay day) {
                        divider.count(day);
                    }
                });
        return divider;
    }

    /** A loss that is known to be carried into a year; a year before may yet leave another. */
    Rupiah knownLoss(UUID cooperativeId, int year) {
        return closings.all(cooperativeId).stream()
                .filter(closing -> closing.bookYear() < year)
                .map(BookYearRecord::division)
                .filter(Objects::nonNull)
                .reduce((_, later) -> later)
                .map(Division::carriedForward)
                .orElse(Rupiah.ZERO);
    }

    /** The policy of a year, or, while it has none, of the last year before it that had one. */
    Optional<BookYearRecord> lastWithPolicy(UUID cooperativeId, int year) {
        return closings.all(cooperativeId).stream()
                .filter(closing -> closing.bookYear() <= year && !closing.policies().isEmpty())
                .reduce((_, later) -> later);
    }
}
