package id.lumbung.shu.closing;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.BookYearClosed;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Actor;
import id.lumbung.shu.reconciliation.Completeness;
import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.division.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A book year on its way to being paid out. Each step is written beside who took it and when; what
 * was decided is never changed, it is only added to.
 *
 * @param version counts the writes, so that no two overtake each other
 * @param policies all that were ever set, the last one in force until a proposal names one
 * @param gates as they stood when the books closed
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
        Completeness.@Nullable Check gates,
        @Nullable Books books,
        @Nullable Proposal proposal,
        @Nullable Resolution resolution,
        @Nullable Division division,
        @Nullable UnderWay underWay) {

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
            int version, ResultCalculation figures, ResultCalculation.Checked checked, Instant at, Actor by) {}

    /**
     * What the frozen accounts hold together.
     *
     * @param members accounts of members
     * @param business net rupiah of members' business in the year, by whom the journal knows as
     *     members
     * @param othersBusiness of passers-by, and of ids the journal knows no joining of
     * @param adjustments in {@code business}: of earlier years, arrived late
     * @param entries counted
     * @param savings of members at the year's end, by kind
     */
    public record Books(
            long members,
            long business,
            long othersBusiness,
            long adjustments,
            long entries,
            Map<SavingsKind, Long> savings) {}

    /**
     * What the board puts before the meeting.
     *
     * @param surplus that would be divided, after a loss brought forward
     * @param warnings for the meeting to consider; none of them hinders
     */
    public record Proposal(
            int policyVersion,
            Policy.Rules rules,
            int figuresVersion,
            Rupiah netSurplus,
            Rupiah broughtForward,
            Rupiah surplus,
            Allocation allocation,
            List<String> warnings) {}

    /**
     * @param problem why it does not go on; null while it does
     */
    public record UnderWay(State to, Instant since, Actor by, @Nullable String problem) {
        boolean isStuck() {
            return problem != null;
        }
    }

    static BookYearRecord open(UUID cooperativeId, int bookYear) {
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
                null);
    }

    /** The same id as the event's fact, which a document and its notices share. */
    UUID id() {
        return id(cooperativeId, bookYear);
    }

    static UUID id(UUID cooperativeId, int bookYear) {
        return EventId.of(cooperativeId, "book-year/" + bookYear);
    }

    Optional<PolicyVersion> policy() {
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

    /** The next version, everything as it is until it is set. */
    private static final class Next {
        private final BookYearRecord last;
        private State state;
        private List<Step> steps;
        private List<PolicyVersion> policies;
        private @Nullable ResultVersion figures;
        private Completeness.@Nullable Check gates;
        private @Nullable Books books;
        private @Nullable Proposal proposal;
        private @Nullable Resolution resolution;
        private @Nullable Division division;
        private @Nullable UnderWay underWay;

        Next(BookYearRecord last) {
            this.last = last;
            this.state = last.state;
            this.steps = last.steps;
            this.policies = last.policies;
            this.figures = last.figures;
            this.gates = last.gates;
            this.books = last.books;
            this.proposal = last.proposal;
            this.resolution = last.resolution;
            this.division = last.division;
            this.underWay = last.underWay;
        }

        Next step(State to, Instant at, Actor by) {
            state = to;
            steps = Stream.concat(steps.stream(), Stream.of(new Step(to, at, by))).toList();
            return this;
        }

        /** The long step that was under way is taken, by whom it was begun. */
        Next finished(Instant at) {
            var begun = Objects.requireNonNull(underWay);
            underWay = null;
            return step(begun.to(), at, begun.by());
        }

        BookYearRecord made() {
            return new BookYearRecord(
                    last.cooperativeId,
                    last.bookYear,
                    state,
                    last.version + 1,
                    steps,
                    policies,
                    figures,
                    gates,
                    books,
                    proposal,
                    resolution,
                    division,
                    underWay);
        }
    }

    BookYearRecord withPolicy(Policy policy, Instant at, Actor by) {
        var next = new Next(this);
        var added = new PolicyVersion(policies.size() + 1, policy, at, by);
        next.policies = Stream.concat(policies.stream(), Stream.of(added)).toList();
        return next.made();
    }

    BookYearRecord withFigures(ResultCalculation given, ResultCalculation.Checked checked, Instant at, Actor by) {
        var next = new Next(this);
        var number = figures == null ? 1 : figures.version() + 1;
        next.figures = new ResultVersion(number, given, checked, at, by);
        return next.made();
    }

    /**
     * A step that takes long has begun; it is finished by whoever finds it, should this one die.
     */
    BookYearRecord begin(State to, Instant at, Actor by, Completeness.@Nullable Check found) {
        var next = new Next(this);
        next.gates = found == null ? gates : found;
        next.underWay = new UnderWay(to, at, by, null);
        return next.made();
    }

    BookYearRecord stuck(String problem) {
        var next = new Next(this);
        var begun = Objects.requireNonNull(underWay);
        next.underWay = new UnderWay(begun.to(), begun.since(), begun.by(), problem);
        return next.made();
    }

    BookYearRecord closed(Books books, Instant at) {
        var next = new Next(this).finished(at);
        next.books = books;
        return next.made();
    }

    BookYearRecord proposed(Proposal proposal, Instant at, Actor by) {
        var next = new Next(this).step(State.PROPOSED, at, by);
        next.proposal = proposal;
        return next.made();
    }

    BookYearRecord approved(Resolution resolution, Instant at, Actor by) {
        var next = new Next(this).step(State.APPROVED, at, by);
        next.resolution = resolution;
        return next.made();
    }

    BookYearRecord divided(Division division, Instant at) {
        var next = new Next(this).finished(at);
        next.division = division;
        return next.made();
    }

    BookYearRecord paid(Instant at, Actor by) {
        return new Next(this).step(State.PAID, at, by).made();
    }
}
