package id.lumbung.gateway.connection;

import id.lumbung.gateway.address.AddressRange;
import id.lumbung.gateway.address.ClientAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
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

    private final Map<ClientAddress, Integer> counts = new ConcurrentHashMap<>();
    private final Map<SocketChannel, ClientAddress> addresses = new ConcurrentHashMap<>();
    private int maxPerAddress = Integer.MAX_VALUE;
    private List<AddressRange> exempt = List.of();

    ConnectionLimits() {
        connections = new Open();
    }

    /**
     * @param exempt proxies, which bring the connections of many
     */
    void limit(int maxPerAddress, List<AddressRange> exempt) {
        this.maxPerAddress = maxPerAddress;
        this.exempt = exempt;
    }

    boolean isCrowded() {
        return getConnectionCount() > CROWDED * getMaxConnections();
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        var address = address(socket);
        if (address == null) {
            return super.setSocketOptions(socket);
        }
        var max = isCrowded() ? Math.max(1, maxPerAddress / FEWER) : maxPerAddress;
        if (counts.merge(address, 1, Integer::sum) > max) {
            leave(address);
            destroySocket(socket);
            return true;
        }
        addresses.put(socket, address);
        var taken = super.setSocketOptions(socket);
        if (!taken) {
            closed(socket);
        }
        return taken;
    }

    /** Null where it is not counted. */
    private @Nullable ClientAddress address(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress peer
                            && !ClientAddress.isAmong(exempt, peer.getAddress())
                    ? ClientAddress.of(peer.getAddress())
                    : null;
        } catch (IOException e) {
            return null; // It has gone already.
        }
    }

    private void leave(ClientAddress address) {
        counts.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }

    private void closed(Object socket) {
        var address = addresses.remove(socket);
        if (address != null) {
            leave(address);
        }
    }

    /** Tomcat's own register of open connections; what leaves it is closed. */
    private final class Open
            extends ConcurrentHashMap<SocketChannel, SocketWrapperBase<NioChannel>> {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable SocketWrapperBase<NioChannel> remove(Object socket) {
            closed(socket);
            return super.remove(socket);
        }
    }
}
