package id.lumbung.gateway.connection;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1, which waits for a request's headers for as long as something comes: here they
 * are to be complete in a given time, sooner where connections run out, or the connection is
 * closed. Made by Tomcat from its name.
 */
public final class HeaderTimeout extends Http11NioProtocol {

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
        var late = new LateHeaders(connections, headerTimeout);
        var every = Math.clamp(headerTimeout.toMillis() / 4, 10, 1_000);
        watch =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("header-timeout").factory());
        var _ = watch.scheduleWithFixedDelay(late, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            var _ = watch.shutdownNow();
        }
        super.stop();
    }
}
