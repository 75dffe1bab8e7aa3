package id.lumbung.village.replay;

import id.lumbung.village.life.AtcGroup;
import id.lumbung.village.life.Sale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Parts what was sold in an hour among buyers by chance: whole packs, and what is left of a broken
 * one. What one sale cannot hold goes to one more buyer.
 */
record HourBaskets(Row.Hour hour, SplittableRandom chances) {

    private static final int MAX_BUYERS_AN_HOUR = 8;

    /** The base units that each buyer took; nobody took nothing. */
    List<EnumMap<AtcGroup, Integer>> draw() {
        var baskets = new ArrayList<EnumMap<AtcGroup, Integer>>();
        var pieces = pieces();
        if (pieces == 0) {
            return baskets;
        }
        var max = MAX_BUYERS_AN_HOUR * Math.toIntExact(hour.length().toHours());
        var buyers = 1 + chances.nextInt(Math.min(pieces, max));
        for (var i = 0; i < buyers; i++) {
            baskets.add(new EnumMap<>(AtcGroup.class));
        }
        hour.units()
                .forEach((group, units) -> {
                    for (var left = units; left > 0; left -= group.unitsPerPack()) {
                        var piece = Math.min(left, group.unitsPerPack());
                        var buyer = baskets.get(chances.nextInt(buyers));
                        if (buyer.getOrDefault(group, 0) + piece > Sale.MAX_QUANTITY) {
                            buyer = new EnumMap<>(AtcGroup.class);
                            baskets.add(buyer);
                        }
                        var _ = buyer.merge(group, piece, Integer::sum);
                    }
                });
        var _ = baskets.removeIf(EnumMap::isEmpty);
        return baskets;
    }

    private int pieces() {
        return hour.units().entrySet().stream()
                .mapToInt(it -> Math.ceilDiv(it.getValue(), it.getKey().unitsPerPack()))
                .sum();
    }
}
