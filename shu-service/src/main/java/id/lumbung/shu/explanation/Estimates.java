package id.lumbung.shu.explanation;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearRecord.State;
import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.explanation.Explanation.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an explanation rests on while nothing is proposed. */
@Component
final class Estimates {

    private final AssumedPolicy policy;
    private final AssumedSurplus surplus;
    private final KnownDenominators denominators;

    Estimates(AssumedPolicy policy, AssumedSurplus surplus, KnownDenominators denominators) {
        this.policy = policy;
        this.surplus = surplus;
        this.denominators = denominators;
    }

    Basis of(BookYearRecord record, @Nullable Rupiah assumed, List<String> assumptions) {
        var year = record.bookYear();
        var rules = policy.of(record, assumptions);
        var net = surplus.of(record, assumed, assumptions);
        if (!record.state().isAtLeast(State.BOOKS_CLOSED)) {
            assumptions.add(
                    "Business, savings and denominators are those journalled by now; the year %d is open."
                            .formatted(year));
        }
        return new Basis(
                Label.ESTIMATE,
                rules,
                net == null || !policy.isKnown(record)
                        ? null
                        : Allocation.of(
                                net.surplus().plus(net.loss()),
                                net.ofMembers(),
                                net.surplus(),
                                rules),
                denominators.of(record, rules),
                assumptions);
    }
}
