package id.lumbung.backbone.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.lumbung.edge.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;

/**
 * Counts, sums and digests facts by day. The digest is the sum, modulo 2^128, of the first half of
 * SHA-256 over each fact's event id and amount: order does not matter, and a fact that is missing,
 * doubled or of another amount shows.
 */
public final class DayTotals {

    /**
     * @param sum rupiah
     * @param digest 32 hexadecimal digits
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Day(LocalDate day, long count, long sum, String digest) {}

    private final ZoneId zone;
    private final MessageDigest sha256 = Sha256.digest();
    private final ByteBuffer text = ByteBuffer.allocate(24);
    private final TreeMap<LocalDate, DaySums> days = new TreeMap<>();

    /** The day of the last line; lines mostly come in the order of time. */
    private Instant dayFrom = Instant.MAX;

    private Instant dayUntil = Instant.MIN;
    private DaySums current = new DaySums();

    public DayTotals(ZoneId zone) {
        this.zone = zone;
    }

    public void add(ReconciliationSource.Line line) {
        var sums = on(line.at());
        text.clear();
        var _ =
                text.putLong(line.eventId().getMostSignificantBits())
                        .putLong(line.eventId().getLeastSignificantBits())
                        .putLong(line.amount());
        sums.add(line.amount(), ByteBuffer.wrap(sha256.digest(text.array())));
    }

    private DaySums on(Instant at) {
        if (at.isBefore(dayFrom) || !at.isBefore(dayUntil)) {
            var day = at.atZone(zone).toLocalDate();
            dayFrom = day.atStartOfDay(zone).toInstant();
            dayUntil = day.plusDays(1).atStartOfDay(zone).toInstant();
            current = days.computeIfAbsent(day, _ -> new DaySums());
        }
        return current;
    }

    /** Days with at least one fact, the earliest first. */
    public List<Day> days() {
        return days.entrySet().stream().map(entry -> entry.getValue().of(entry.getKey())).toList();
    }
}
