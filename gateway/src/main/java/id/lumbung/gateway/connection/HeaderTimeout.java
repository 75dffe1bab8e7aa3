package id.lumbung.gateway.connection;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1, which waits for a request's headers for as long as something comes: here they
 * are to be complete in a given time, sooner where connections run out, or the connection is
 * closed. Made by Tomcat from its name.
 */
public final class HeaderTimeout extends Http11NioProtocol {

    private static final int SOONER = 4;

    private final ConnectionLimits connections;
    private Duration headerTimeout = Duration.ofSeconds(10);
    private @Nullable ScheduledExecutorService watch;

    public HeaderTimeout() {
        this(new ConnectionLimits());
    }

    private HeaderTimeout(ConnectionLimits connections) {
        super(connections);
        this.connections = connections;
    }

    void setHeaderTimeout(Duration headerTimeout) {
        this.headerTimeout = headerTimeout;
    }

    ConnectionLimits connections() {
        return connections;
    }

    @Override
    public void start() throws Exception {
        super.start();
        var every = Math.clamp(headerTimeout.toMillis() / 4, 10, 1_000);
        watch =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("header-timeout").factory());
        var _ = watch.scheduleWithFixedDelay(this::closeLate, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            var _ = watch.shutdownNow();
        }
        super.stop();
    }

    private void closeLate() {
        var now = System.nanoTime();
        var timeout = headerTimeout.toNanos() / (connections.isCrowded() ? SOONER : 1);
        for (var connection : getEndpoint().getConnections()) {
            if (isLate(connection, now, timeout)) {
                connection.close();
            }
        }
    }

    /**
     * A connection has a processor, while none of its requests is worked on, in mid-headers only.
     */
    private boolean isLate(SocketWrapperBase<?> connection, long now, long timeout) {
        if (!(connection.getCurrentProcessor() instanceof Processor processor)) {
            return false;
        }
        var request = processor.getRequest();
        var began = request == null ? -1 : request.getStartTimeNanos();
        return began >= 0 && now - began > timeout;
    }
}
