package id.lumbung.gateway.connection;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Closes the connections whose headers are not complete in time. */
final class LateHeaders implements Runnable {

    private static final int SOONER = 4;

    private final ConnectionLimits connections;
    private final Duration timeout;

    LateHeaders(ConnectionLimits connections, Duration timeout) {
        this.connections = connections;
        this.timeout = timeout;
    }

    @Override
    public void run() {
        var now = System.nanoTime();
        var nanos = timeout.toNanos() / (connections.isCrowded() ? SOONER : 1);
        for (var connection : connections.getConnections()) {
            if (isLate(connection, now, nanos)) {
                connection.close();
            }
        }
    }

    /**
     * A connection has a processor, while none of its requests is worked on, in mid-headers only.
     */
    private static boolean isLate(SocketWrapperBase<?> connection, long now, long timeout) {
        if (!(connection.getCurrentProcessor() instanceof Processor processor)) {
            return false;
        }
        var request = processor.getRequest();
        var began = request == null ? -1 : request.getStartTimeNanos();
        return began >= 0 && now - began > timeout;
    }
}
