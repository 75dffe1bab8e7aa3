package id.lumbung.shu.account;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.Entry.Kind;
import id.lumbung.shu.journal.JournalLines.Line;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The months that a member paid mandatory savings (simpanan wajib) for: those that a deposit names,
 * else the month it was made in. A deposit that was reversed pays for none.
 */
final class PaidMonths {

    private final BookYear year;
    private final Map<UUID, YearMonth> lastByDeposit = new HashMap<>();
    private final Set<UUID> reversed = new HashSet<>();

    PaidMonths(BookYear year) {
        this.year = year;
    }

    void add(Line line) {
        var office = line.office();
        if (office == null) {
            return;
        }
        if (line.kind() == Kind.DEPOSIT) {
            lastByDeposit.put(office.factId(), last(line, office.months()));
        } else if (line.kind() == Kind.DEPOSIT_REVERSED && office.refersTo() != null) {
            reversed.add(office.refersTo());
        }
    }

    private YearMonth last(Line line, @Nullable String months) {
        return months == null
                ? YearMonth.from(year.date(Instant.ofEpochMilli(line.at())))
                : YearMonth.parse(months.substring(months.indexOf('/') + 1));
    }

    /** The last month paid for, which may lie ahead; null where none was. */
    @Nullable YearMonth last() {
        return lastByDeposit.entrySet().stream()
                .filter(deposit -> !reversed.contains(deposit.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
