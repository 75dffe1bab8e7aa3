package id.lumbung.embeddedmongodb;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The embedded MongoDB as a process of its own: {@code MongoProcess PORT DATA_DIR|memory}. */
public final class MongoProcess {

    private MongoProcess() {}

    /**
     * Says on one line where it listens, and runs until the process is told to end; then closes the
     * database. It ends by itself when the database cannot go on: a process that answered {@code
     * ping} and refused every write would pass for a healthy one.
     */
    public static void main(String[] arguments) throws InterruptedException {
        var _ = System.setProperty("slf4j.internal.verbosity", "ERROR");
        if (arguments.length != 2) {
            throw fail("Usage: MongoProcess PORT DATA_DIR|memory");
        }
        EmbeddedMongo mongo = start(arguments[0], arguments[1]);
        mongo.whenFailed(MongoProcess::halt);
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::close, "mongo-close"));
        System.out.println("MongoDB ready at " + mongo.uri());
        new CountDownLatch(1).await();
    }

    private static EmbeddedMongo start(String port, String folder) {
        try {
            return folder.equals("memory")
                    ? EmbeddedMongo.inMemory(Integer.parseInt(port))
                    : EmbeddedMongo.onDisk(Path.of(folder), Integer.parseInt(port));
        } catch (NumberFormatException notANumber) {
            throw fail("The port must be a number, not " + port + ".");
        } catch (UnusableFolder unusable) {
            throw fail(String.valueOf(unusable.getMessage()));
        } catch (RuntimeException inUse) {
            throw fail("MongoDB cannot listen on port " + port + ": " + inUse.getMessage());
        }
    }

    /** At once, and without closing the database, which would write again. */
    private static void halt(Throwable cause) {
        System.err.println(
                "MongoDB ends, since it cannot read or write its data any more: "
                        + cause
                        + ". What was acknowledged is there at the next start.");
        Runtime.getRuntime().halt(1);
    }

    private static IllegalStateException fail(String sentence) {
        System.err.println(sentence);
        System.exit(1);
        return new IllegalStateException(sentence);
    }
}
