package id.lumbung.gateway.proxy;

import id.lumbung.edge.web.GatewayPrefix;
import id.lumbung.edge.web.TraceContext;
import id.lumbung.gateway.address.AddressRange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What the caller sent, without what is of one hop and what only a trusted proxy may say; and the
 * gateway's own trace.
 */
final class ServiceHeaders implements RequestHeaders {

    /** By this the login counts failures; what a caller sends under it goes to no service. */
    static final String CLIENT_ADDRESS = "Lumbung-Client-Address";

    static final String FORWARDED_FOR = "X-Forwarded-For";

    private static final Set<HttpHeader> MADE_ANEW =
            EnumSet.of(HttpHeader.HOST, HttpHeader.CONTENT_LENGTH, HttpHeader.EXPECT);

    private final List<AddressRange> trustedProxies;

    ServiceHeaders(List<AddressRange> trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    @Override
    public void pass(HttpServletRequest request, HttpFields.Mutable passed) {
        var hop = HopHeaders.of(Collections.list(request.getHeaders("Connection")));
        var trusted = AddressRange.anyContains(trustedProxies, request.getRemoteAddr());
        for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            var known = HttpHeader.CACHE.get(name);
            if (hop.contains(name, known)
                    || (known != null && MADE_ANEW.contains(known))
                    || (!trusted && saysWhereFrom(name))
                    || name.equalsIgnoreCase(TraceContext.HEADER)
                    || name.equalsIgnoreCase(CLIENT_ADDRESS)
                    || name.equalsIgnoreCase(GatewayPrefix.HEADER)) {
                continue;
            }
            for (var values = request.getHeaders(name); values.hasMoreElements(); ) {
                passed.add(name, values.nextElement());
            }
        }
        if (trusted) {
            passed.add(FORWARDED_FOR, request.getRemoteAddr());
        }
        var prefix = GatewayPrefix.of(request.getRequestURI());
        if (!prefix.isEmpty()) {
            passed.add(GatewayPrefix.HEADER, prefix);
        }
        var trace = TraceContext.current();
        if (trace != null) {
            passed.add(TraceContext.HEADER, trace);
        }
    }

    private static boolean saysWhereFrom(String name) {
        return name.equalsIgnoreCase("Forwarded")
                || name.regionMatches(true, 0, "X-Forwarded-", 0, 12)
                || name.equalsIgnoreCase("X-Real-IP");
    }
}
