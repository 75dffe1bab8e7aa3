package id.lumbung.identity.oauth;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.accounts.Login;
import id.lumbung.identity.accounts.LoginEvents;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** The phones on which people are logged in; how they are, {@link KeyBinding} says. */
class Devices {

    /** More than a person has; those used last. */
    private static final int SHOWN = 100;

    private final MongoCollection<Document> authorizations;
    private final LoginEvents events;
    private final Clock clock;

    Devices(MongoOperations mongo, LoginEvents events, Clock clock) {
        this.authorizations = mongo.getCollection("authorizations");
        this.events = events;
        this.clock = clock;
    }

    /** One for each key, the one used last first. */
    List<Device> of(Login login) {
        var byKey = new LinkedHashMap<String, Device>();
        authorizations
                .find(
                        and(
                                eq("login", login.id().toString()),
                                gt("key", ""),
                                gt("over", Date.from(clock.instant())),
                                gte("codeFrom", Date.from(login.password().setAt()))))
                .sort(Sorts.descending("usedAt"))
                .limit(SHOWN)
                .forEach(document -> {
                    var _ = byKey.putIfAbsent(document.getString("key"), Device.of(document));
                });
        return login.isRevoked() ? List.of() : List.copyOf(byKey.values());
    }

    /** No token from now on to whoever holds the phone, until they log in anew. */
    void end(Login login, String thumbprint) {
        events.record(IdentityAction.DEVICE_ENDED, login, thumbprint);
        var _ =
                authorizations.deleteMany(
                        and(eq("login", login.id().toString()), eq("key", thumbprint)));
    }
}
