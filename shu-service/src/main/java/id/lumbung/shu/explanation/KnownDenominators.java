package id.lumbung.shu.explanation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lumbung.shu.closing.measure.YearMeasure;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearRecord.State;
import id.lumbung.shu.division.Policy.Rules;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Denominators; those of an open year are summed over all members and kept for a minute. */
@Component
final class KnownDenominators {

    private static final Duration KEPT_FOR = Duration.ofMinutes(1);
    private static final int MAX_KEPT = 1_000;

    private final YearMeasure measures;
    private final Cache<Measure, Denominators> denominators =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT_FOR).build();

    KnownDenominators(YearMeasure measures) {
        this.measures = measures;
    }

    private record Measure(UUID cooperativeId, int year, State state, Rules rules) {}

    Denominators of(BookYearRecord record, Rules rules) {
        return denominators.get(
                new Measure(record.cooperativeId(), record.bookYear(), record.state(), rules),
                measure -> {
                    var divider = measures.of(measure.cooperativeId(), measure.year(), rules);
                    return new Denominators(divider.business(), divider.capital());
                });
    }
}
