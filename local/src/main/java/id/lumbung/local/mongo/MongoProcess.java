package id.lumbung.local.mongo;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The embedded MongoDB as a process of its own: {@code MongoProcess PORT FOLDER}, or {@code memory}
 * for the folder.
 */
public final class MongoProcess {

    private MongoProcess() {}

    public static void main(String[] args) throws IOException {
        var port = Integer.parseInt(args[0]);
        EmbeddedMongo server;
        try {
            server =
                    args[1].equals("memory")
                            ? EmbeddedMongo.inMemory(port)
                            : EmbeddedMongo.onDisk(Path.of(args[1]), port);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("MongoDB ready at " + server.uri());
    }
}
