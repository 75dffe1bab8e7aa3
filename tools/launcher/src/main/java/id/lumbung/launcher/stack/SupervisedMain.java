package id.lumbung.launcher.stack;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Runs another program's main, ends with the launcher and keeps its log small: {@code
 * SupervisedMain PARENT_PID MAIN_CLASS ARGUMENTS}; 0 for no parent.
 */
public final class SupervisedMain {

    /** The variable that names the log to which this process writes. */
    static final String LOG = "LUMBUNG_LOG";

    private static final int PAUSE_MILLIS = 500;
    private static final int LOG_PAUSE_MILLIS = 5_000;

    /**
     * Orderly ends wait for a database and a broker, and these end with the launcher, too: a
     * service would linger for minutes, and answer meanwhile.
     */
    private static final int MAX_ENDING_MILLIS = 10_000;

    private SupervisedMain() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        var parent = Long.parseLong(args[0]);
        if (parent != 0) {
            var watched = ProcessHandle.of(parent);
            if (watched.isEmpty()) {
                System.exit(1);
            }
            endWith(watched.orElseThrow());
        }
        var log = System.getenv(LOG);
        if (log != null) {
            limit(Path.of(log));
        }
        var main = Class.forName(args[1]).getMethod("main", String[].class);
        try {
            var _ = main.invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
        } catch (InvocationTargetException e) {
            // The program has said what is wrong; a service that cannot start must not linger.
            System.err.println(e.getCause());
            System.exit(1);
        }
    }

    private static void endWith(ProcessHandle launcher) {
        var _ =
                Thread.ofPlatform()
                        .daemon()
                        .name("launcher-watch")
                        .start(() -> {
                            while (launcher.isAlive()) {
                                rest(PAUSE_MILLIS);
                            }
                            var _ = Thread.ofPlatform().daemon().start(SupervisedMain::haltLater);
                            System.exit(0);
                        });
    }

    private static void limit(Path log) {
        var _ =
                Thread.ofVirtual()
                        .name("log-limit")
                        .start(() -> {
                            while (true) {
                                rest(LOG_PAUSE_MILLIS);
                                try {
                                    LogLimit.apply(log, LogLimit.MAX_BYTES);
                                } catch (IOException e) {
                                    System.err.println("The log cannot be limited: " + e);
                                    return;
                                }
                            }
                        });
    }

    private static void haltLater() {
        rest(MAX_ENDING_MILLIS);
        Runtime.getRuntime().halt(0);
    }

    private static void rest(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
