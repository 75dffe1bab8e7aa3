package id.lumbung.shu.explanation;

import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearReader;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.Rules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The policy that an estimate assumes: the last that a cooperative had. */
@Component
final class AssumedPolicy {

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
    private final BookYears bookYears;

    AssumedPolicy(BookYearReader reader, BookYears bookYears) {
        this.reader = reader;
        this.bookYears = bookYears;
    }

    boolean isKnown(BookYearRecord record) {
        return reader.lastWithPolicy(record.cooperativeId(), record.bookYear()).isPresent();
    }

    Rules of(BookYearRecord record, List<String> assumptions) {
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
}
