package id.lumbung.gateway.address;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a call comes from: the peer, or, where that is a trusted proxy, the last one in its {@code
 * X-Forwarded-For} that is not. Of IPv6 the first 64 bits: a household has them all.
 *
 * @param network the address of IPv4, the upper half of one of IPv6
 * @param six whether it is of IPv6
 */
public record ClientAddress(long network, boolean six) {

    private static final int MAX_PROXIES = 10;

    public static ClientAddress of(HttpServletRequest request, List<AddressRange> trustedProxies) {
        var address = InetAddress.ofLiteral(request.getRemoteAddr());
        if (trustedProxies.isEmpty() || !isAmong(trustedProxies, address)) {
            return of(address);
        }
        var forwarded = new ArrayList<String>();
        for (var lines = request.getHeaders("X-Forwarded-For"); lines.hasMoreElements(); ) {
            forwarded.addAll(List.of(lines.nextElement().split(",", -1)));
        }
        var from = forwarded.reversed().stream().limit(MAX_PROXIES).toList();
        for (var one : from) {
            try {
                address = InetAddress.ofLiteral(withoutPort(one.strip()));
            } catch (IllegalArgumentException e) {
                break;
            }
            if (!isAmong(trustedProxies, address)) {
                break;
            }
        }
        return of(address);
    }

    /** Some proxies write {@code 192.0.2.1:5678} or {@code [2001:db8::1]:5678}. */
    private static String withoutPort(String address) {
        if (address.startsWith("[")) {
            var end = address.indexOf(']');
            return end < 0 ? address : address.substring(1, end);
        }
        var colon = address.indexOf(':');
        return colon > 0 && colon == address.lastIndexOf(':')
                ? address.substring(0, colon)
                : address;
    }

    public static ClientAddress of(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet4Address
                ? new ClientAddress(bytes.getInt() & 0xffff_ffffL, false)
                : new ClientAddress(bytes.getLong(), true);
    }

    /** Tells one from another; not meant to be read as an address. */
    public String text() {
        return (six ? "6-" : "4-") + Long.toHexString(network);
    }

    public static boolean isAmong(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
