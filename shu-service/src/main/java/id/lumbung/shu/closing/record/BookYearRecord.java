package id.lumbung.shu.closing.record;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.BookYearClosed;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Bilingual;
import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.division.Division;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.YearResult;
import id.lumbung.shu.reconciliation.CompletenessCheck;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A book year on its way to being paid out. Each step is written beside who took it and when; what
 * was decided is never changed, it is only added to.
 *
 * @param version counts the writes, so that none overwrites another
 * @param policies all that were ever set, the last one in force until a proposal names one
 * @param gates as they stood when the books closed
 * @param frozenRun the run of the freezing whose accounts count
 * @param underWay a step that takes long and has begun
 */
public record BookYearRecord(
        UUID cooperativeId,
        int bookYear,
        State state,
        int version,
        List<Step> steps,
        List<PolicyVersion> policies,
        @Nullable ResultVersion figures,
        @Nullable CompletenessCheck gates,
        @Nullable FrozenTotals books,
        @Nullable UUID frozenRun,
        @Nullable Proposal proposal,
        @Nullable Resolution resolution,
        @Nullable Countersignature countersignature,
        @Nullable Division division,
        @Nullable PendingStep underWay) {

    public enum State {
        OPEN,
        BOOKS_CLOSED,
        PROPOSED,
        APPROVED,
        DIVIDED,
        PAID;

        public boolean isAtLeast(State other) {
            return compareTo(other) >= 0;
        }
    }

    public record Step(State to, Instant at, Actor by) {}

    public record PolicyVersion(int version, Policy policy, Instant at, Actor by) {}

    public record ResultVersion(
            int version,
            ResultCalculation figures,
            ResultCalculation.Checked checked,
            Instant at,
            Actor by) {}

    /**
     * What the board puts before the meeting.
     *
     * @param surplus that would be divided, after a loss brought forward
     * @param figures as they were when it was proposed; what is set later is another proposal's
     * @param reserve the reserve fund before anything is added or used
     * @param differences between the board's figures and what the frozen books hold, or the year
     *     before left
     * @param warnings for the meeting to consider; none of them hinders
     */
    public record Proposal(
            int policyVersion,
            Policy.Rules rules,
            int figuresVersion,
            Rupiah netSurplus,
            Rupiah broughtForward,
            Rupiah surplus,
            Rupiah reserve,
            Allocation allocation,
            ResultVersion figures,
            List<ResultCalculation.Mismatch> differences,
            List<String> warnings) {

        public YearResult result(Rupiah reserveUsed) {
            return new YearResult(netSurplus, broughtForward, reserveUsed);
        }
    }

    /** A supervisor (pengawas) was at the meeting, or read its minutes, and says the same. */
    public record Countersignature(Instant at, Actor by) {}

    /**
     * @param problem why it does not go on; null while it does
     */
    public record PendingStep(State to, Instant since, Actor by, @Nullable String problem) {
        boolean isStuck() {
            return problem != null;
        }
    }

    /**
     * Whether a step goes on; one that is stuck waits for whoever mends it. Not named {@code is…},
     * which JSON would take for a property.
     */
    public boolean hasStepUnderWay() {
        return underWay != null && !underWay.isStuck();
    }

    /** Whether its accounts are being frozen, or forgotten. */
    public boolean hasClosingUnderWay() {
        return hasStepUnderWay()
                && underWay != null
                && (underWay.to() == State.BOOKS_CLOSED || underWay.to() == State.OPEN);
    }

    public boolean hasClosedBooks() {
        return state.isAtLeast(State.BOOKS_CLOSED);
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when the year is not that far
     * @param what the sentence that tells what to do first
     */
    public void require(State min, Bilingual what) {
        if (!state.isAtLeast(min)) {
            throw ClosingRule.WRONG_STATE.because(
                    "Tahun %d berstatus %s%s. %s"
                            .formatted(
                                    bookYear,
                                    state,
                                    underWay == null ? "" : " dan sedang menuju " + underWay.to(),
                                    what.indonesian()),
                    "The year %d is %s%s. %s"
                            .formatted(
                                    bookYear,
                                    state,
                                    underWay == null ? "" : " and on its way to " + underWay.to(),
                                    what.english()));
        }
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when the meeting has decided
     */
    public void requireUndecided() {
        if (state.isAtLeast(State.APPROVED)) {
            throw ClosingRule.FROZEN.because(
                    "Rapat sudah memutuskan tahun %d; kebijakan dan angkanya tetap. Yang keliru dibetulkan di tahun berikutnya."
                            .formatted(bookYear),
                    "The meeting has decided on the year %d; its policy and figures stand. What is wrong is put right in a later year."
                            .formatted(bookYear));
        }
    }

    /** What the meeting sees, once something is proposed. */
    public Proposal proposed() {
        if (proposal == null) {
            throw new IllegalStateException("A year that is PROPOSED has a proposal");
        }
        return proposal;
    }

    /** When what stands before the meeting was proposed. */
    public Instant proposedAt() {
        return steps.stream()
                .filter(step -> step.to() == State.PROPOSED)
                .map(Step::at)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** How it was divided, once it is. */
    public Division divided() {
        if (division == null) {
            throw new IllegalStateException("A year that is DIVIDED has a division");
        }
        return division;
    }

    /** Once it is divided. */
    public @Nullable ReserveBalance reserve() {
        return proposal == null || division == null
                ? null
                : ReserveBalance.of(proposal.reserve(), division);
    }

    public static BookYearRecord open(UUID cooperativeId, int bookYear) {
        return new BookYearRecord(
                cooperativeId,
                bookYear,
                State.OPEN,
                0,
                List.of(),
                List.of(),
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

    /** The same id as the event's fact, which a document and its outbox messages share. */
    public UUID id() {
        return id(cooperativeId, bookYear);
    }

    public static UUID id(UUID cooperativeId, int bookYear) {
        return EventId.of(cooperativeId, "book-year/" + bookYear);
    }

    public Optional<PolicyVersion> policy() {
        return policies.isEmpty() ? Optional.empty() : Optional.of(policies.getLast());
    }

    /** The rules in force: the proposal's once there is one, for they are what the meeting sees. */
    Optional<Policy.Rules> rules() {
        return proposal != null
                ? Optional.of(proposal.rules())
                : policy().map(version -> version.policy().rules());
    }

    Optional<Event> event() {
        return division == null
                ? Optional.empty()
                : Optional.of(
                        new BookYearClosed(
                                cooperativeId,
                                bookYear,
                                division.netSurplus(),
                                division.toMembers(),
                                division.toReserve()));
    }

    public BookYearRecord withPolicy(Policy policy, Instant at, Actor by) {
        var next = new NextVersion(this);
        var added = new PolicyVersion(policies.size() + 1, policy, at, by);
        next.policies = Stream.concat(policies.stream(), Stream.of(added)).toList();
        return next.made();
    }

    public BookYearRecord withFigures(
            ResultCalculation given, ResultCalculation.Checked checked, Instant at, Actor by) {
        var next = new NextVersion(this);
        var number = figures == null ? 1 : figures.version() + 1;
        next.figures = new ResultVersion(number, given, checked, at, by);
        return next.made();
    }

    /**
     * A step that takes long has begun; it is finished by whoever finds it, should this one die.
     */
    public BookYearRecord begin(State to, Instant at, Actor by, @Nullable CompletenessCheck found) {
        var next = new NextVersion(this);
        next.gates = found == null ? gates : found;
        next.underWay = new PendingStep(to, at, by, null);
        return next.made();
    }

    public BookYearRecord stuck(String problem) {
        var next = new NextVersion(this);
        var step = Objects.requireNonNull(underWay);
        next.underWay = new PendingStep(step.to(), step.since(), step.by(), problem);
        return next.made();
    }

    public BookYearRecord closed(FrozenTotals books, UUID frozenRun, Instant at) {
        var next = new NextVersion(this).finished(at);
        next.books = books;
        next.frozenRun = frozenRun;
        return next.made();
    }

    public BookYearRecord reopened(Instant at) {
        var next = new NextVersion(this).finished(at);
        next.books = null;
        next.frozenRun = null;
        next.gates = null;
        return next.made();
    }

    public BookYearRecord proposed(Proposal proposal, Instant at, Actor by) {
        var next = new NextVersion(this).step(State.PROPOSED, at, by);
        next.proposal = proposal;
        return next.made();
    }

    public BookYearRecord approved(Resolution resolution, Instant at, Actor by) {
        var next = new NextVersion(this).step(State.APPROVED, at, by);
        next.resolution = resolution;
        return next.made();
    }

    /** Who recorded the resolution. */
    public Actor resolvedBy() {
        return steps.stream()
                .filter(step -> step.to() == State.APPROVED)
                .map(Step::by)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    public BookYearRecord countersigned(Instant at, Actor by) {
        var next = new NextVersion(this);
        next.countersignature = new Countersignature(at, by);
        return next.made();
    }

    public BookYearRecord divided(Division division, Instant at) {
        var next = new NextVersion(this).finished(at);
        next.division = division;
        return next.made();
    }

    public BookYearRecord paid(Instant at, Actor by) {
        return new NextVersion(this).step(State.PAID, at, by).made();
    }
}
