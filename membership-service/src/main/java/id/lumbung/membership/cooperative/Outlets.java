package id.lumbung.membership.cooperative;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.event.Event.OutletOpened;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The outlets that cooperatives have opened. */
@Component
public class Outlets {

    private final FactStore<Outlet> outlets;

    Outlets(FactStores books) {
        this.outlets = books.open(Outlet.class, "outlets", OutletOpened.class);
    }

    Instant now() {
        return outlets.now();
    }

    Outlet open(Outlet outlet) {
        return outlets.put(outlet);
    }

    List<Outlet> of(UUID cooperativeId, int max) {
        return outlets.find(Filters.eq("outletId", cooperativeId), max);
    }

    /** Whose an outlet is; empty where there is no such outlet. */
    public Optional<UUID> cooperativeOf(UUID outletId) {
        return outlets.find(outletId).map(Outlet::cooperativeId);
    }
}
