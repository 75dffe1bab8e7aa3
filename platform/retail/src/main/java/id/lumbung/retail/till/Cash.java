package id.lumbung.retail.till;

import id.lumbung.backbone.money.Rupiah;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Notes and coins, counted.
 *
 * @param pieces how many of each, by what one of them is worth in rupiah
 */
public record Cash(Map<Integer, Integer> pieces) {

    /** Bank Indonesia's notes and coins that are in use. */
    public static final NavigableSet<Integer> DENOMINATIONS =
            new TreeSet<>(
                    List.of(
                            100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 75_000,
                            100_000));

    private static final int MAX_PIECES = 1_000_000;

    public Cash {
        pieces = new TreeMap<>(pieces);
        pieces.forEach((worth, count) -> {
            if (!DENOMINATIONS.contains(worth) || count < 0 || count > MAX_PIECES) {
                throw TillRule.NO_SUCH_MONEY.because(
                        "Tidak ada pecahan Rp%d, atau jumlahnya keliru (%d)."
                                .formatted(worth, count),
                        "There is no Rp%d, or not so many of it (%d).".formatted(worth, count));
            }
        });
    }

    public Rupiah total() {
        return Rupiah.of(
                pieces.entrySet().stream()
                        .mapToLong(it -> (long) it.getKey() * it.getValue())
                        .sum());
    }
}
