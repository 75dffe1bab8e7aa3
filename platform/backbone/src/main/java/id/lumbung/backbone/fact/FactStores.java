package id.lumbung.backbone.fact;

import id.lumbung.backbone.outbox.OutboxRelay;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.data.mongodb.core.MongoOperations;

/** All facts of a service, by kind. */
public final class FactStores {

    private final String topic;
    private final MongoOperations mongo;
    private final OutboxRelay relay;
    private final OutletOwners owners;
    private final Clock clock;
    private final FactSettings settings;
    private final List<FactStore<?>> stores = new CopyOnWriteArrayList<>();

    /**
     * @param topic that the events of this service's facts go to
     */
    FactStores(
            String topic,
            MongoOperations mongo,
            OutboxRelay relay,
            OutletOwners owners,
            Clock clock,
            FactSettings settings) {
        this.topic = topic;
        this.mongo = mongo;
        this.relay = relay;
        this.owners = owners;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * @param name of the collection
     * @param eventType the one type of event that these facts publish
     */
    public <F extends Fact> FactStore<F> open(Class<F> type, String name, Class<?> eventType) {
        var documents =
                new FactDocuments<>(
                        type, topic, mongo.getConverter(), relay, settings.doubtfulAfter());
        var store = new FactStore<>(name, eventType, documents, mongo, relay, owners, clock);
        stores.add(store);
        return store;
    }

    public List<FactStore<?>> all() {
        return List.copyOf(stores);
    }
}
