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

    /**
     * @throws id.lumbung.edge.problem.Refusal when the outlet is another cooperative's
     */
    Shop shop(Asked asked) {
        owners.requireNotAnothers(asked.cooperativeId(), asked.outletId());
        return profiles.shop(asked.cooperativeId(), asked.outletId());
    }

    LocalDate day(Asked asked, Shop shop) {
        var day = asked.day();
        return day == null ? shop.dateAt(clock.instant()) : CardYears.require(day, day.getYear());
    }

    /** The products that the outlet ever had. */
    Set<UUID> products(Asked asked) {
        return acts.products(asked.outletId());
    }

    @Nullable String name(Asked asked, UUID product) {
        return products.name(asked.cooperativeId(), product);
    }
}
