package id.lumbung.village.replay;

import id.lumbung.village.life.AtcGroup;
import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Sale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sales of an hour, or of a day, out of what was sold in it: the file knows packs, but
 * not who bought them. Whole packs, and what is left of a broken one, go to buyers by chance; three
 * buyers of five are members. Every unit is sold exactly once.
 */
final class ReplayCounter {

    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final double MEMBERS = 0.6;

    private final FactIds ids;
    private final UUID cooperativeId;
    private final UUID outletId;
    private final List<UUID> members;

    ReplayCounter(FactIds ids, UUID cooperativeId, UUID outletId, List<UUID> members) {
        this.ids = ids;
        this.cooperativeId = cooperativeId;
        this.outletId = outletId;
        this.members = List.copyOf(members);
    }

    /** The same hour makes the same sales, whatever was sold before it. */
    List<Sale> sales(Row.Hour hour) {
        var chances = ids.chances("row " + hour.line());
        var baskets = new HourBaskets(hour, chances).draw();
        var began = hour.hour().atZone(ZONE).toInstant();
        var sales = new ArrayList<Sale>(baskets.size());
        for (var basket : baskets) {
            var at = began.plusMillis(chances.nextInt(Math.toIntExact(hour.length().toMillis())));
            var buyer = buyer(chances);
            sales.add(sale(hour.line() + " " + sales.size(), at, buyer, basket));
        }
        return sales;
    }

    private Sale sale(
            String name, Instant at, @Nullable UUID buyer, EnumMap<AtcGroup, Integer> basket) {
        return new Sale(
                ids.id(at, "sale " + name),
                cooperativeId,
                outletId,
                buyer,
                basket.entrySet().stream()
                        .map(entry -> entry.getKey().line(entry.getValue()))
                        .toList(),
                at);
    }

    private @Nullable UUID buyer(SplittableRandom chances) {
        return members.isEmpty() || chances.nextDouble() >= MEMBERS
                ? null
                : members.get(chances.nextInt(members.size()));
    }
}
