package id.lumbung.pharmacy.stock;

import id.lumbung.backbone.fact.OutletOwners;
import id.lumbung.pharmacy.licence.OutletProfiles;
import id.lumbung.retail.ledger.StockActs;
import id.lumbung.retail.stock.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The outlets and the days that lists are asked of. */
@Component
class AskedOutlets {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2200;

    private final StockActs acts;
    private final OutletProfiles profiles;
    private final OutletOwners owners;
    private final KnownProducts products;
    private final Clock clock;

    AskedOutlets(
            StockActs acts,
            OutletProfiles profiles,
            OutletOwners owners,
            KnownProducts products,
            Clock clock) {
        this.acts = acts;
        this.profiles = profiles;
        this.owners = owners;
        this.products = products;
        this.clock = clock;
    }

    /** Of which outlet and of which day; null for today there. */
    record Asked(UUID cooperativeId, UUID outletId, @Nullable LocalDate day) {}

    /**
     * @throws id.lumbung.edge.problem.Refusal when the outlet is another cooperative's
     */
    Shop shop(Asked asked) {
        owners.requireNotAnothers(asked.cooperativeId(), asked.outletId());
        return profiles.shop(asked.cooperativeId(), asked.outletId());
    }

    LocalDate day(Asked asked, Shop shop) {
        var day = asked.day();
        return day == null ? shop.dateAt(clock.instant()) : requireYear(day, day.getYear());
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when no shop has a card of that year
     */
    static <T> T requireYear(T day, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw StockRule.NO_SUCH_DAY.because(
                    "Tanggalnya harus di antara tahun 1970 dan 2200.",
                    "The day must lie between the years 1970 and 2200.");
        }
        return day;
    }

    /** The products that the outlet ever had. */
    Set<UUID> products(Asked asked) {
        return acts.products(asked.outletId());
    }

    @Nullable String name(Asked asked, UUID product) {
        return products.name(asked.cooperativeId(), product);
    }
}
