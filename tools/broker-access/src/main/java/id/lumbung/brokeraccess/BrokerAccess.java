package id.lumbung.brokeraccess;

import id.lumbung.backbone.kafka.TopicSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Brings a broker to what a file grants: {@link AccessFile}, {@link BrokerUpdate}. */
public final class BrokerAccess {

    private BrokerAccess() {}

    /**
     * @param args the file of rights; the properties of an admin client; the folder where the
     *     password of each user stands in a file {@code kafka-<user>}
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 3) {
            System.err.println("BrokerAccess ACCESS_FILE ADMIN_PROPERTIES PASSWORDS_FOLDER");
            System.exit(2);
        }
        var access = AccessFile.read(Path.of(args[0]));
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(args[1]))) {
            properties.load(reader);
        }
        var context = TopicVariables.context();
        try (context;
                var admin = Admin.create(properties)) {
            new BrokerUpdate(access, admin)
                    .apply(
                            context.getBean(TopicSettings.class),
                            passwords(access.users(), Path.of(args[2])));
        } catch (ExecutionException | IllegalArgumentException | IllegalStateException e) {
            System.err.println("The broker's access is not set: " + e.getMessage());
            System.exit(1);
        }
        System.out.printf(
                "The broker has %d topics, %d users and %d rights.%n",
                access.topics().size(), access.users().size(), access.rights().size());
    }

    private static Map<String, String> passwords(Set<String> users, Path folder)
            throws IOException {
        var passwords = new HashMap<String, String>();
        for (var user : users) {
            var file = folder.resolve("kafka-" + user);
            passwords.put(user, Files.exists(file) ? Files.readString(file).strip() : "");
        }
        return passwords;
    }
}
