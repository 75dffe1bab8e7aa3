package id.lumbung.gateway.connection;

import id.lumbung.gateway.address.AddressRange;
import id.lumbung.gateway.address.ClientAddress;
import id.lumbung.gateway.browser.SecurityHeaders;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Tomcat's own refusals have the headers that protect browsers, too. */
final class SecurityHeadersValve extends ValveBase {

    private final List<AddressRange> trustedProxies;

    SecurityHeadersValve(List<AddressRange> trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var path = request.getRequestURI();
        SecurityHeaders.put(response, path == null ? "" : path, isSecure(request));
        getNext().invoke(request, response);
    }

    private boolean isSecure(Request request) {
        return request.isSecure()
                || ("https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
                        && ClientAddress.isAmong(
                                trustedProxies, InetAddress.ofLiteral(request.getRemoteAddr())));
    }
}
