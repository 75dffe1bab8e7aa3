package id.lumbung.backbone.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import java.util.ArrayList;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters; what is null asks for nothing.
 *
 * @param topic that the record stood on
 * @param unknown only those that do not say whose they are
 */
record DeadLetterFilter(
        DeadLetter.@Nullable State state,
        @Nullable String causeCode,
        @Nullable String eventType,
        @Nullable String topic,
        @Nullable UUID cooperativeId,
        @Nullable Boolean unknown) {

    Bson after(@Nullable String id) {
        var filters = new ArrayList<Bson>();
        if (id != null) {
            filters.add(gt("_id", id));
        }
        if (state != null) {
            filters.add(eq(DeadLetterStore.STATE, state.name()));
        }
        if (causeCode != null) {
            filters.add(eq(DeadLetterStore.CODE, causeCode));
        }
        if (eventType != null) {
            filters.add(eq("eventType", eventType));
        }
        if (topic != null) {
            filters.add(gte("_id", topic + "-"));
            filters.add(lt("_id", topic + "."));
        }
        if (cooperativeId != null) {
            filters.add(eq(DeadLetterStore.COOPERATIVE, cooperativeId));
        }
        if (Boolean.TRUE.equals(unknown)) {
            filters.add(exists(DeadLetterStore.COOPERATIVE, false));
        }
        return filters.isEmpty() ? new Document() : and(filters);
    }
}
