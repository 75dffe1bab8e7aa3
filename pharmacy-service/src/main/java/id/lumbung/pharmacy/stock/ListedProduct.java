package id.lumbung.pharmacy.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product of which there is little left.
 *
 * @param usable base units that may be handed over
 * @param sold base units sold on the days on which there was something to sell
 * @param days how many those were
 */
record ListedProduct(UUID productId, @Nullable String name, long usable, long sold, int days) {}
