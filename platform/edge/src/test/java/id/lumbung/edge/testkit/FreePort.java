package id.lumbung.edge.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port for what listens only later, where the port has to be known before. */
public final class FreePort {

    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;

    private FreePort() {}

    /** None of those that outgoing connections get, or one of them might take it meanwhile. */
    public static int choose() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException _) {
                // In use: the next one.
            }
        }
    }
}
