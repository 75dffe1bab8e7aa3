package id.lumbung.shu.closing.record;

import id.lumbung.backbone.security.Actor;
import id.lumbung.shu.closing.record.BookYearRecord.Countersignature;
import id.lumbung.shu.closing.record.BookYearRecord.PendingStep;
import id.lumbung.shu.closing.record.BookYearRecord.PolicyVersion;
import id.lumbung.shu.closing.record.BookYearRecord.Proposal;
import id.lumbung.shu.closing.record.BookYearRecord.ResultVersion;
import id.lumbung.shu.closing.record.BookYearRecord.State;
import id.lumbung.shu.closing.record.BookYearRecord.Step;
import id.lumbung.shu.division.Division;
import id.lumbung.shu.reconciliation.CompletenessCheck;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A book year's next version: everything as it is until it is set. */
final class NextVersion {
    private final BookYearRecord last;
    State state;
    List<Step> steps;
    List<PolicyVersion> policies;
    @Nullable ResultVersion figures;
    @Nullable CompletenessCheck gates;
    @Nullable FrozenTotals books;
    @Nullable UUID frozenRun;
    @Nullable Proposal proposal;
    @Nullable Resolution resolution;
    @Nullable Countersignature countersignature;
    @Nullable Division division;
    @Nullable PendingStep underWay;

    NextVersion(BookYearRecord last) {
        this.last = last;
        this.state = last.state();
        this.steps = last.steps();
        this.policies = last.policies();
        this.figures = last.figures();
        this.gates = last.gates();
        this.books = last.books();
        this.frozenRun = last.frozenRun();
        this.proposal = last.proposal();
        this.resolution = last.resolution();
        this.countersignature = last.countersignature();
        this.division = last.division();
        this.underWay = last.underWay();
    }

    NextVersion step(State to, Instant at, Actor by) {
        state = to;
        steps = Stream.concat(steps.stream(), Stream.of(new Step(to, at, by))).toList();
        return this;
    }

    /** The long step that was under way is taken, by whom it was begun. */
    NextVersion finished(Instant at) {
        var step = Objects.requireNonNull(underWay);
        underWay = null;
        return step(step.to(), at, step.by());
    }

    BookYearRecord made() {
        return new BookYearRecord(
                last.cooperativeId(),
                last.bookYear(),
                state,
                last.version() + 1,
                steps,
                policies,
                figures,
                gates,
                books,
                frozenRun,
                proposal,
                resolution,
                countersignature,
                division,
                underWay);
    }
}
