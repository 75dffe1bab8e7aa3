package id.lumbung.backbone.reconciliation;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HexFormat;

/** Count, sum and digest of one day as they grow. */
final class DaySums {

    private long count;
    private long sum;
    private long high;
    private long low;

    /**
     * @param hash of the fact; its first 128 bits are added to the digest
     */
    void add(long amount, ByteBuffer hash) {
        count++;
        sum = Math.addExact(sum, amount);
        var hashHigh = hash.getLong();
        var sumLow = low + hash.getLong();
        high += hashHigh + (Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0);
        low = sumLow;
    }

    DayTotals.Day of(LocalDate day) {
        var hex = HexFormat.of();
        return new DayTotals.Day(day, count, sum, hex.toHexDigits(high) + hex.toHexDigits(low));
    }
}
