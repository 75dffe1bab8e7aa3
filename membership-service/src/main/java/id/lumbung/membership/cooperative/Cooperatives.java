package id.lumbung.membership.cooperative;

import id.lumbung.backbone.event.Event.CooperativeRegistered;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.edge.problem.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The cooperatives that are registered here. */
@Component
public class Cooperatives {

    private final FactStore<Cooperative> cooperatives;

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NO_SUCH_COOPERATIVE
    }

    Cooperatives(FactStores books) {
        this.cooperatives =
                books.open(Cooperative.class, "cooperatives", CooperativeRegistered.class);
    }

    Instant now() {
        return cooperatives.now();
    }

    Cooperative register(Cooperative cooperative) {
        return cooperatives.put(cooperative);
    }

    /**
     * @throws Refusal when it is not registered
     */
    public Cooperative get(UUID id) {
        return cooperatives
                .find(id)
                .orElseThrow(() ->
                        Rule.NO_SUCH_COOPERATIVE.because(
                                "Tidak ada koperasi dengan id %s. Daftarkan dahulu: PUT /cooperatives/{id}."
                                        .formatted(id),
                                "No cooperative is registered under %s. Register it first: PUT /cooperatives/{id}."
                                        .formatted(id)));
    }
}
