package id.lumbung.launcher.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine, on its loopback address. */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;
    private static final int MAX_TRIES = 1_000;

    /** A stack chooses all its ports before anything listens on them: none is given twice. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nothing listened on a moment ago, and that was not given before. It lies below
     * those that operating systems give to outgoing connections (from 32,768 on Linux, from 49,152
     * elsewhere): a part listens only seconds later, and again after it was restarted, and
     * meanwhile every connection of its neighbours takes one of those.
     *
     * @throws IllegalStateException when none of 1,000 tried ports is free
     */
    public static int free() {
        var random = ThreadLocalRandom.current();
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            var port = random.nextInt(FIRST, LAST + 1);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port between %d and %d".formatted(FIRST, LAST));
    }

    static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
