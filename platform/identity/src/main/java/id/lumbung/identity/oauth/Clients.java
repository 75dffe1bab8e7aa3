package id.lumbung.identity.oauth;

import id.lumbung.identity.IdentitySettings;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * The programs that may ask for tokens: the page and the launcher for a person who logs in, the
 * outlets' apps, and our own services, whose secrets stand in the settings.
 */
class Clients implements RegisteredClientRepository {

    private final MongoOperations mongo;
    private final SecretClients secretClients;
    private final Map<String, RegisteredClient> programs;
    private final Map<String, RegisteredClient> services = new HashMap<>();

    Clients(
            MongoOperations mongo,
            IdentitySettings settings,
            @Value("${lumbung.security.issuer-uri}") String issuer) {
        this.mongo = mongo;
        this.secretClients = new SecretClients(settings);
        this.programs = new PeopleClients(issuer, settings).all();
        settings.serviceClients()
                .forEach((name, client) -> {
                    var _ = services.put(name, secretClients.service(name, client.secret()));
                });
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        var program = programs.get(clientId);
        if (program != null) {
            return program;
        }
        return clientId.startsWith(OutletClient.PREFIX)
                ? outlet(clientId.substring(OutletClient.PREFIX.length()))
                : services.get(clientId);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are kept by those who administer them");
    }

    private @Nullable RegisteredClient outlet(String id) {
        final UUID outletId;
        try {
            outletId = UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            return null;
        }
        var outlet = mongo.findById(outletId, OutletClient.class);
        if (outlet == null || outlet.isRevoked() || !outlet.id().toString().equals(id)) {
            return null;
        }
        return secretClients.outlet(outlet);
    }
}
