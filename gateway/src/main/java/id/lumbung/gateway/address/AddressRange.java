package id.lumbung.gateway.address;

import java.net.InetAddress;
import java.util.List;

/**
 * One address, or all that share its leading bits.
 *
 * @param bits how many; the whole address where it is a single one
 */
public record AddressRange(InetAddress first, int bits) {

    /**
     * @param text such as {@code 10.0.0.0/8}, {@code fd00::/8} or {@code 192.0.2.1}; names are not
     *     looked up
     */
    public static AddressRange parse(String text) {
        try {
            var slash = text.indexOf('/');
            var first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            var max = first.getAddress().length * 8;
            var bits = slash < 0 ? max : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > max) {
                throw new IllegalArgumentException("%d bits of %d".formatted(bits, max));
            }
            return new AddressRange(first, bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "A trusted proxy must be an address or a range such as 10.0.0.0/8: " + text, e);
        }
    }

    public boolean contains(InetAddress address) {
        var mine = first.getAddress();
        var theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            var mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit));
            if (((mine[bit / 8] ^ theirs[bit / 8]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param address an IP address, as text
     */
    public static boolean anyContains(List<AddressRange> ranges, String address) {
        if (ranges.isEmpty()) {
            return false;
        }
        var asked = InetAddress.ofLiteral(address);
        return ranges.stream().anyMatch(range -> range.contains(asked));
    }
}
