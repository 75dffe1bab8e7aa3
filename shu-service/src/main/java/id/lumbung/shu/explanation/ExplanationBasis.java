package id.lumbung.shu.explanation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.BookYearReader;
import id.lumbung.shu.closing.BookYearRecord;
import id.lumbung.shu.closing.BookYearRecord.State;
import id.lumbung.shu.closing.YearMeasure;
import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.Rules;
import id.lumbung.shu.explanation.Explanation.Label;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the amounts of an explanation rest on: what is divided or proposed, else what an estimate
 * assumes. Denominators of an open year are summed over all members and kept for a minute.
 */
@Component
final class ExplanationBasis {

    private static final Duration KEPT_FOR = Duration.ofMinutes(1);
    private static final int MAX_KEPT = 1_000;

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

    private final BookYearReader reader;
    private final YearMeasure measures;
    private final BookYears bookYears;
    private final Cache<Measure, Denominators> denominators =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT_FOR).build();

    ExplanationBasis(BookYearReader reader, YearMeasure measures, BookYears bookYears) {
        this.measures = measures;
        this.bookYears = bookYears;
        this.reader = reader;
    }

    private record Measure(UUID cooperativeId, int year, State state, Rules rules) {}

    record Denominators(long business, long capital) {}

    /** See {@link Explanation} for its parts. */
    record Basis(
            Label label,
            Rules rules,
            @Nullable Allocation allocation,
            Denominators denominators,
            List<String> assumptions) {}

    /**
     * @param assumed surplus, while none is proposed; null for the board's figures, or none
     */
    Basis of(BookYearRecord record, @Nullable Rupiah assumed) {
        var proposal = record.proposal();
        var division = record.division();
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
                    denominators(record, proposal.rules()),
                    assumptions);
        }
        return estimate(record, assumed, assumptions);
    }

    private Basis estimate(
            BookYearRecord record, @Nullable Rupiah assumed, List<String> assumptions) {
        var year = record.bookYear();
        var rules = assumedRules(record, assumptions);
        var net = assumedSurplus(record, assumed, assumptions);
        if (!record.state().isAtLeast(State.BOOKS_CLOSED)) {
            assumptions.add(
                    "Business, savings and denominators are those journalled by now; the year %d is open."
                            .formatted(year));
        }
        return new Basis(
                Label.ESTIMATE,
                rules,
                net == null || reader.lastWithPolicy(record.cooperativeId(), year).isEmpty()
                        ? null
                        : Allocation.of(
                                net.surplus().plus(net.loss()),
                                net.ofMembers(),
                                net.surplus(),
                                rules),
                denominators(record, rules),
                assumptions);
    }

    private Rules assumedRules(BookYearRecord record, List<String> assumptions) {
        var source = reader.lastWithPolicy(record.cooperativeId(), record.bookYear());
        if (source.isEmpty()) {
            assumptions.add(
                    "No policy was ever set; what counts follows the KDKMP defaults, and no amount can be told.");
            return UNDECIDED.rules();
        }
        var policy = source.get().policies().getLast();
        assumptions.add(
                "The policy is that of %d, version %d; the meeting may decide otherwise."
                        .formatted(source.get().bookYear(), policy.version()));
        return policy.policy().rules(bookYears.kind(record.cooperativeId()));
    }

    /**
     * @param loss of earlier years that is taken off first, zero or negative
     */
    private record Net(Rupiah surplus, Rupiah ofMembers, Rupiah loss) {}

    private @Nullable Net assumedSurplus(
            BookYearRecord record, @Nullable Rupiah assumed, List<String> assumptions) {
        if (assumed != null) {
            assumptions.add(
                    "The surplus is assumed to be %s, all of it earned with members."
                            .formatted(assumed));
            return new Net(assumed, assumed, carried(record, assumptions));
        }
        if (record.figures() != null) {
            var checked = record.figures().checked();
            assumptions.add(
                    "The surplus is that of the board's figures, version %d: %s."
                            .formatted(record.figures().version(), checked.netSurplus()));
            return new Net(
                    checked.netSurplus(), checked.memberSurplus(), carried(record, assumptions));
        }
        assumptions.add(
                "No surplus is known yet; give one to assume (surplus=...) to see amounts.");
        return null;
    }

    private Rupiah carried(BookYearRecord record, List<String> assumptions) {
        var loss = reader.knownLoss(record.cooperativeId(), record.bookYear());
        if (loss.isNegative()) {
            assumptions.add(
                    "A loss of %s, brought forward, is taken off first.".formatted(loss.negated()));
        }
        return loss;
    }

    private Denominators denominators(BookYearRecord record, Rules rules) {
        return denominators.get(
                new Measure(record.cooperativeId(), record.bookYear(), record.state(), rules),
                measure -> {
                    var divider = measures.of(measure.cooperativeId(), measure.year(), rules);
                    return new Denominators(divider.business(), divider.capital());
                });
    }
}
