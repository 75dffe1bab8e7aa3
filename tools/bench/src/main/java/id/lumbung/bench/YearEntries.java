package id.lumbung.bench;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/**
 * The journal entries of a made-up cooperative's year, spread over it in their order: each member
 * joins, then all buy, and pay in with each twentieth entry.
 *
 * @param cooperative that is registered
 */
record YearEntries(UUID cooperative, YearSize size) {

    static final int YEAR = 2025;

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final long SECONDS = 364L * 86_400;

    Document joining(int member) {
        return entry(member, member, "MEMBER_JOINED", 0).append("detail", "ORDINARY");
    }

    Document business(long i) {
        var isDeposit = i % 20 == 0;
        var member = Math.toIntExact(i % size.members());
        var kind = isDeposit ? "DEPOSIT" : "SALE";
        var entry = entry(size.members() + i, member, kind, 1_000 + i % 9_000);
        return isDeposit ? entry.append("detail", "MANDATORY") : entry;
    }

    private Document entry(long number, int member, String kind, long amount) {
        var all = size.members() + size.entries();
        var at = FIRST.plusSeconds(number * SECONDS / all);
        var id =
                new UUID(
                        (at.toEpochMilli() << 16) | 0x8000L | (number & 0xFFF),
                        (cooperative.getLeastSignificantBits() & 0x3FFF_FFFF_0000_0000L)
                                | 0x8000_0000_0000_0000L
                                | number);
        return new Document("_id", id)
                .append("kind", kind)
                .append("cooperativeId", cooperative)
                .append("outletId", cooperative)
                .append(
                        "memberId",
                        new UUID(0x0194_0000_0000_7000L, 0x8000_0000_0000_0000L | member))
                .append("factId", id)
                .append("amount", amount)
                .append("at", Date.from(at))
                .append("countsAt", Date.from(at))
                .append("recordedAt", Date.from(at));
    }
}
