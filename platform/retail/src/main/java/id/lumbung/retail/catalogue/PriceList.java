package id.lumbung.retail.catalogue;

import id.lumbung.backbone.money.Rupiah;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one product, by date. A pack never has two prices for one day: a price without an
 * end lasts until the day before another begins; a price with an end is refused where one of its
 * days has a price already. So the price of a day does not depend on the order in which prices were
 * entered.
 */
public record PriceList(List<DatedPrice> prices) {

    public static final PriceList NONE = new PriceList(List.of());

    public PriceList {
        prices =
                prices.stream()
                        .sorted(
                                Comparator.comparing(DatedPrice::from)
                                        .thenComparingLong(DatedPrice::units))
                        .toList();
    }

    /**
     * The list with one more price; the same list where it stands there already.
     *
     * @throws id.lumbung.edge.problem.Refusal when a day would have two, naming the prices it meets
     */
    public PriceList with(DatedPrice price) {
        if (prices.contains(price)) {
            return this;
        }
        var met = prices.stream().filter(price::meets).toList();
        if (!met.isEmpty()) {
            var named = met.stream().map(DatedPrice::toString).collect(Collectors.joining(", "));
            throw CatalogueRule.TWO_PRICES_FOR_ONE_DAY.because(
                    "Untuk hari-hari itu sudah ada harga: %s. Akhiri dulu, atau mulai sesudahnya."
                            .formatted(named),
                    "Days of it have a price already: %s. End that first, or begin after it."
                            .formatted(named),
                    Map.of("prices", met.stream().map(DatedPrice::toString).toList()));
        }
        return new PriceList(Stream.concat(prices.stream(), Stream.of(price)).toList());
    }

    /**
     * The list with a price as it should have been: with another end, or, where the amount that
     * stands is named, with another amount.
     *
     * @param corrects the amount that stands for the same pack from the same day on; null where
     *     none is to be corrected
     * @throws id.lumbung.edge.problem.Refusal when another amount stands there, or a day would have
     *     two prices
     */
    public PriceList with(DatedPrice price, @Nullable Rupiah corrects) {
        var standing =
                prices.stream()
                        .filter(it -> it.units() == price.units())
                        .filter(it -> it.from().equals(price.from()))
                        .findAny();
        if (standing.isEmpty() || standing.get().equals(price)) {
            return with(price);
        }
        var amount = standing.get().amount();
        if (!amount.equals(price.amount()) && !amount.equals(corrects)) {
            throw CatalogueRule.PRICE_TO_CORRECT_DIFFERS.because(
                    "Sejak %s harganya %s. Untuk membetulkannya, sebutkan harga itu di 'corrects'."
                            .formatted(price.from(), amount),
                    "From %s on the price is %s. To correct it, name that amount in 'corrects'."
                            .formatted(price.from(), amount),
                    Map.of("amount", amount.amount()));
        }
        return new PriceList(prices.stream().filter(it -> !it.equals(standing.get())).toList())
                .with(price);
    }

    /** The price of a pack of so many base units on a day. */
    public Optional<DatedPrice> on(LocalDate day, long units) {
        return prices.stream()
                .filter(price -> price.units() == units && !price.from().isAfter(day))
                .max(Comparator.comparing(DatedPrice::from))
                .filter(price -> price.holdsOn(day));
    }

    /**
     * What so many base units cost on a day, in the largest packs that have a price then; empty
     * where a rest has none.
     */
    public Optional<Rupiah> amountFor(long quantity, LocalDate day) {
        var sizes =
                prices.stream()
                        .map(DatedPrice::units)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        var rest = quantity;
        var amount = 0L;
        for (var size : sizes) {
            var price = on(day, size);
            if (price.isPresent()) {
                var packs = rest / size;
                amount =
                        Math.addExact(
                                amount, Math.multiplyExact(packs, price.get().amount().amount()));
                rest %= size;
            }
        }
        return rest == 0 ? Optional.of(Rupiah.of(amount)) : Optional.empty();
    }
}
