package id.lumbung.gateway.connection;

import id.lumbung.gateway.address.AddressRange;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's acceptor, which takes only so many connections from one address (of IPv6, one /64), and
 * fewer where most of those that there can be are taken. A connection costs memory before it has
 * said anything; who opens many is closed before that.
 */
final class ConnectionLimits extends NioEndpoint {

    /** From this part of all connections on, an address gets fewer. */
    private static final double CROWDED = 0.75;

    private static final int FEWER = 4;

    private ConnectionCounts counts = new ConnectionCounts(List.of());
    private int maxPerAddress = Integer.MAX_VALUE;

    ConnectionLimits() {
        connections = new Open();
    }

    /**
     * @param exempt proxies, which bring the connections of many
     */
    void limit(int maxPerAddress, List<AddressRange> exempt) {
        this.maxPerAddress = maxPerAddress;
        this.counts = new ConnectionCounts(exempt);
    }

    boolean isCrowded() {
        return getConnectionCount() > CROWDED * getMaxConnections();
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (!counts.open(
                socket, isCrowded() ? Math.max(1, maxPerAddress / FEWER) : maxPerAddress)) {
            destroySocket(socket);
            return true;
        }
        var taken = super.setSocketOptions(socket);
        if (!taken) {
            counts.closed(socket);
        }
        return taken;
    }

    /** Tomcat's own register of open connections; what leaves it is closed. */
    private final class Open
            extends ConcurrentHashMap<SocketChannel, SocketWrapperBase<NioChannel>> {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable SocketWrapperBase<NioChannel> remove(Object socket) {
            counts.closed(socket);
            return super.remove(socket);
        }
    }
}
