package id.lumbung.gateway.proxy;

import id.lumbung.edge.web.TraceContext;
import id.lumbung.gateway.address.AddressRange;
import id.lumbung.gateway.address.ClientAddress;
import id.lumbung.gateway.browser.CrossOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Which headers go on to a service, and which come back from it. */
final class PassedHeaders {

    private static final Set<HttpHeader> OF_ONE_HOP =
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
    private static final Set<HttpHeader> MADE_ANEW =
            EnumSet.of(HttpHeader.HOST, HttpHeader.CONTENT_LENGTH, HttpHeader.EXPECT);
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** By this the login counts failures; what a caller sends under it goes to no service. */
    private static final String CLIENT_ADDRESS = "Lumbung-Client-Address";

    private final List<AddressRange> trustedProxies;

    PassedHeaders(List<AddressRange> trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    /**
     * To a service whose redirects and cookies are for the address the caller sees: it is told that
     * address, and the caller's own.
     */
    void toPublicService(HttpServletRequest request, HttpFields.Mutable passed) {
        toService(request, passed);
        var host = request.getHeader("Host");
        if (host != null) {
            passed.put(HttpHeader.HOST, host);
        }
        if (!isTrusted(request.getRemoteAddr())) {
            passed.put(FORWARDED_FOR, request.getRemoteAddr());
        }
        passed.put(CLIENT_ADDRESS, ClientAddress.of(request, trustedProxies).text());
        if (!passed.contains("X-Forwarded-Proto")) {
            passed.put("X-Forwarded-Proto", request.getScheme());
        }
        if (host != null && !passed.contains("X-Forwarded-Host")) {
            passed.put("X-Forwarded-Host", host);
        }
    }

    void toService(HttpServletRequest request, HttpFields.Mutable passed) {
        var named = named(Collections.list(request.getHeaders("Connection")));
        var trusted = isTrusted(request.getRemoteAddr());
        for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            var known = HttpHeader.CACHE.get(name);
            if (isOfOneHop(name, known, named)
                    || (known != null && MADE_ANEW.contains(known))
                    || (!trusted && saysWhereFrom(name))
                    || name.equalsIgnoreCase(TraceContext.HEADER)
                    || name.equalsIgnoreCase(CLIENT_ADDRESS)) {
                continue;
            }
            for (var values = request.getHeaders(name); values.hasMoreElements(); ) {
                passed.add(name, values.nextElement());
            }
        }
        if (trusted) {
            passed.add(FORWARDED_FOR, request.getRemoteAddr());
        }
        var trace = TraceContext.current();
        if (trace != null) {
            passed.add(TraceContext.HEADER, trace);
        }
    }

    /**
     * The trace is left out: the answer has it already; and so is what other origins may do, which
     * is for the gateway to say.
     */
    static void fromService(HttpFields answered, HttpHeaders passed) {
        var named = named(answered.getValuesList(HttpHeader.CONNECTION));
        for (HttpField field : answered) {
            if (!isOfOneHop(field.getName(), field.getHeader(), named)
                    && !field.getName().equalsIgnoreCase(TraceContext.HEADER)
                    && !CrossOrigin.sets(field.getName())) {
                passed.add(field.getName(), field.getValue());
            }
        }
    }

    private static boolean isOfOneHop(String name, @Nullable HttpHeader known, Set<String> named) {
        return (known != null && OF_ONE_HOP.contains(known)) || named.contains(name);
    }

    /** The headers that the Connection header names: they are of this hop, too. */
    private static Set<String> named(List<String> connection) {
        if (connection.isEmpty() || (connection.size() == 1 && isUsual(connection.getFirst()))) {
            return Set.of();
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
        return named;
    }

    private static boolean isUsual(String connection) {
        return connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close");
    }

    private static boolean saysWhereFrom(String name) {
        return name.equalsIgnoreCase("Forwarded")
                || name.regionMatches(true, 0, "X-Forwarded-", 0, 12)
                || name.equalsIgnoreCase("X-Real-IP");
    }

    private boolean isTrusted(String address) {
        if (trustedProxies.isEmpty()) {
            return false;
        }
        var from = InetAddress.ofLiteral(address);
        return ClientAddress.isAmong(trustedProxies, from);
    }
}
