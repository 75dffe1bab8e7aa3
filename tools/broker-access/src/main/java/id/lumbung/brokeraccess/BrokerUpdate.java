package id.lumbung.brokeraccess;

import id.lumbung.backbone.kafka.TopicSettings;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * The work of whoever administers a broker: once {@link #apply} has returned, each user has its
 * password, each topic is there with its settings, and the rights stand as {@link RightsUpdate}
 * says.
 */
final class BrokerUpdate {

    private static final int ITERATIONS = 8_192;
    private static final int MIN_PASSWORD = 16;

    private final AccessFile access;
    private final Admin admin;

    /**
     * @param admin a client that may do anything
     */
    BrokerUpdate(AccessFile access, Admin admin) {
        this.access = access;
        this.admin = admin;
    }

    /**
     * @param passwords by user, for all of them
     * @throws ExecutionException when the broker refuses; what was done before stays, and applying
     *     again goes on from there
     */
    void apply(TopicSettings settings, Map<String, String> passwords)
            throws ExecutionException, InterruptedException {
        admin.alterUserScramCredentials(
                        access.users().stream().map(user -> credential(user, passwords)).toList())
                .all()
                .get();
        new TopicsUpdate(admin, settings).apply(access.topics().keySet());
        new RightsUpdate(access, admin).apply();
    }

    private static UserScramCredentialAlteration credential(
            String user, Map<String, String> passwords) {
        var password = passwords.getOrDefault(user, "");
        if (password.length() < MIN_PASSWORD) {
            throw new IllegalArgumentException(
                    "The password of %s is missing or shorter than %d"
                            .formatted(user, MIN_PASSWORD));
        }
        return new UserScramCredentialUpsertion(
                user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password);
    }
}
