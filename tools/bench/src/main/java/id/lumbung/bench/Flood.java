package id.lumbung.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Attacks a gateway on this machine in all the cheap ways at once, from twenty addresses: headers
 * and bodies that never end, slow batches of a known outlet, bad tokens, and JSON that is nothing
 * but brackets.
 */
final class Flood implements AutoCloseable {

    private static final long EVERY_MILLIS = 10;
    private static final int HELD = 600;
    private static final int ADDRESSES = 20;
    private static final int TIMEOUT_MILLIS = 1_000;

    private final InetSocketAddress gateway;
    private final List<byte[]> beginnings;
    private final Deque<Socket> held = new ArrayDeque<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private @Nullable ScheduledFuture<?> attacking;
    private long sent;

    /**
     * @param token of an outlet that is none of those who are measured
     */
    Flood(String gateway, String token) {
        var address = URI.create(gateway);
        this.gateway = new InetSocketAddress(address.getHost(), address.getPort());
        this.beginnings = AttackRequests.with(token);
    }

    void begin() {
        attacking = clock.scheduleAtFixedRate(this::attack, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void end() {
        if (attacking != null) {
            attacking.cancel(false);
        }
    }

    /** How many connections were opened. */
    long sent() {
        return sent;
    }

    private void attack() {
        var number = Math.toIntExact(sent++ % ((long) ADDRESSES * beginnings.size()));
        var socket = new Socket();
        try {
            socket.bind(new InetSocketAddress("127.0.0." + (10 + number % ADDRESSES), 0));
            socket.connect(gateway, TIMEOUT_MILLIS);
            held.add(socket);
            socket.getOutputStream().write(beginnings.get(number % beginnings.size()));
            if (held.size() > HELD) {
                held.remove().close();
            }
        } catch (IOException e) {
            // Sent away, which is what should happen to it.
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        for (var socket : held) {
            try {
                socket.close();
            } catch (IOException e) {
                // Then the gateway has closed it.
            }
        }
    }
}
