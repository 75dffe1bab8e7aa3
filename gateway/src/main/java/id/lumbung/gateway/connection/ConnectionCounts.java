package id.lumbung.gateway.connection;

import id.lumbung.gateway.address.AddressRange;
import id.lumbung.gateway.address.ClientAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How many connections are open from each address. */
final class ConnectionCounts {

    private final List<AddressRange> exempt;
    private final Map<ClientAddress, Integer> counts = new ConcurrentHashMap<>();
    private final Map<Object, ClientAddress> addresses = new ConcurrentHashMap<>();

    /**
     * @param exempt proxies, which bring the connections of many
     */
    ConnectionCounts(List<AddressRange> exempt) {
        this.exempt = exempt;
    }

    /** Whether one more may be open from where it comes; then it is counted until it is closed. */
    boolean open(SocketChannel socket, int max) {
        var address = address(socket);
        if (address == null) {
            return true;
        }
        if (counts.merge(address, 1, Integer::sum) > max) {
            leave(address);
            return false;
        }
        addresses.put(socket, address);
        return true;
    }

    void closed(Object socket) {
        var address = addresses.remove(socket);
        if (address != null) {
            leave(address);
        }
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
}
