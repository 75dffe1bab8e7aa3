package id.lumbung.gateway.proxy;

import id.lumbung.gateway.address.AddressRange;
import id.lumbung.gateway.address.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * To a service whose redirects and cookies are for the address the caller sees: it hears that
 * address, and the caller's own.
 */
final class IdentityHeaders implements RequestHeaders {

    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final String FORWARDED_HOST = "X-Forwarded-Host";

    private final RequestHeaders ofEveryService;
    private final List<AddressRange> trustedProxies;

    IdentityHeaders(List<AddressRange> trustedProxies) {
        this.ofEveryService = new ServiceHeaders(trustedProxies);
        this.trustedProxies = trustedProxies;
    }

    @Override
    public void pass(HttpServletRequest request, HttpFields.Mutable passed) {
        ofEveryService.pass(request, passed);
        var host = request.getHeader("Host");
        if (host != null) {
            passed.put(HttpHeader.HOST, host);
        }
        if (!AddressRange.anyContains(trustedProxies, request.getRemoteAddr())) {
            passed.put(ServiceHeaders.FORWARDED_FOR, request.getRemoteAddr());
        }
        var address = ClientAddress.of(request, trustedProxies);
        passed.put(ServiceHeaders.CLIENT_ADDRESS, address.text());
        if (!passed.contains(FORWARDED_PROTO)) {
            passed.put(FORWARDED_PROTO, request.getScheme());
        }
        if (host != null && !passed.contains(FORWARDED_HOST)) {
            passed.put(FORWARDED_HOST, host);
        }
    }
}
