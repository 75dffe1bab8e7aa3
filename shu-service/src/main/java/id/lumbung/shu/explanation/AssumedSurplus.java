package id.lumbung.shu.explanation;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.record.BookYearReader;
import id.lumbung.shu.closing.record.BookYearRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The surplus that an estimate assumes. */
@Component
final class AssumedSurplus {

    private final BookYearReader reader;

    AssumedSurplus(BookYearReader reader) {
        this.reader = reader;
    }

    /**
     * @param loss of earlier years that is taken off first, zero or negative
     */
    record Net(Rupiah surplus, Rupiah ofMembers, Rupiah loss) {}

    @Nullable Net of(BookYearRecord record, @Nullable Rupiah assumed, List<String> assumptions) {
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
}
