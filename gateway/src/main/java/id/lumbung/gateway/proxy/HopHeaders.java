package id.lumbung.gateway.proxy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * The headers that are of one hop and are not passed on (RFC 9110, section 7.6.1).
 *
 * @param named those that the Connection header names
 */
record HopHeaders(Set<String> named) {

    private static final Set<HttpHeader> ALWAYS =
            EnumSet.of(
                    HttpHeader.CONNECTION,
                    HttpHeader.KEEP_ALIVE,
                    HttpHeader.PROXY_CONNECTION,
                    HttpHeader.PROXY_AUTHENTICATE,
                    HttpHeader.PROXY_AUTHORIZATION,
                    HttpHeader.TE,
                    HttpHeader.TRAILER,
                    HttpHeader.TRANSFER_ENCODING,
                    HttpHeader.UPGRADE);

    /**
     * @param connection what the Connection headers say
     */
    static HopHeaders of(List<String> connection) {
        if (connection.isEmpty() || (connection.size() == 1 && isUsual(connection.getFirst()))) {
            return new HopHeaders(Set.of());
        }
        var named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (var value : connection) {
            for (int from = 0; from <= value.length(); ) {
                var comma = value.indexOf(',', from);
                var to = comma < 0 ? value.length() : comma;
                named.add(value.substring(from, to).strip());
                from = to + 1;
            }
        }
        return new HopHeaders(named);
    }

    private static boolean isUsual(String connection) {
        return connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close");
    }

    boolean contains(String name, @Nullable HttpHeader known) {
        return (known != null && ALWAYS.contains(known)) || named.contains(name);
    }
}
