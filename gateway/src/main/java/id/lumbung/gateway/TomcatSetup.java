package id.lumbung.gateway;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat as the gateway needs it: every answer has the headers that protect browsers, headers must
 * come in time, and a caller is asked to go on with a body only when somebody reads it.
 */
@Component
final class TomcatSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Duration headerTimeout;
    private final List<AddressRange> trustedProxies;

    TomcatSetup(GatewaySettings settings) {
        this.headerTimeout = settings.headerTimeout();
        this.trustedProxies = settings.trustedRanges();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(HeaderTimeout.class.getName());
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("continueResponseTiming", "onRead");
            if (connector.getProtocolHandler() instanceof HeaderTimeout protocol) {
                protocol.setHeaderTimeout(headerTimeout);
            }
        });
        factory.addEngineValves(new PutsSecurityHeaders(trustedProxies));
        factory.addContextValves(new ClosesBehindUnread());
    }

    /** Tomcat would read on, without an end, what nobody wants. */
    private static final class ClosesBehindUnread extends ValveBase {

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.getAttribute(RequestLimitsFilter.UNREAD) != null) {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    /** Tomcat's own refusals have these headers, too. */
    private static final class PutsSecurityHeaders extends ValveBase {

        private final List<AddressRange> trustedProxies;

        PutsSecurityHeaders(List<AddressRange> trustedProxies) {
            this.trustedProxies = trustedProxies;
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            var path = request.getRequestURI();
            SecurityHeaders.put(response, path == null ? "" : path, isSecure(request));
            getNext().invoke(request, response);
        }

        private boolean isSecure(Request request) {
            return request.isSecure()
                    || ("https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
                            && ClientAddress.isAmong(
                                    trustedProxies,
                                    InetAddress.ofLiteral(request.getRemoteAddr())));
        }
    }
}
