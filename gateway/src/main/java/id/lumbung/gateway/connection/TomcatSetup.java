package id.lumbung.gateway.connection;

import id.lumbung.gateway.GatewaySettings;
import id.lumbung.gateway.address.AddressRange;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat as the gateway needs it: every answer has the headers that protect browsers, headers must
 * come in time, and a caller is asked to go on with a body only when somebody reads it.
 */
@Component
final class TomcatSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /**
     * Of the heap, what connections may take; each takes some 56 KB once it has sent 7 KB of
     * unfinished headers, and twice that with TLS (measured).
     */
    private static final double OF_HEAP = 0.25;

    private static final int BYTES = 64 * 1024;
    private static final int BYTES_BY_TLS = 2 * BYTES;

    private final GatewaySettings settings;
    private final List<AddressRange> trustedProxies;

    TomcatSetup(GatewaySettings settings) {
        this.settings = settings;
        this.trustedProxies = settings.trustedRanges();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(HeaderTimeout.class.getName());
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("continueResponseTiming", "onRead");
            if (connector.getProtocolHandler() instanceof HeaderTimeout protocol) {
                protocol.setHeaderTimeout(settings.headerTimeout());
                var max = Math.min(protocol.getMaxConnections(), affordable(factory));
                protocol.setMaxConnections(max);
                protocol.connections()
                        .limit(
                                Math.min(settings.maxConnectionsPerAddress(), Math.max(1, max / 4)),
                                trustedProxies);
            }
        });
        factory.addEngineValves(new SecurityHeadersValve(trustedProxies));
        factory.addContextValves(new UnreadBodyValve());
    }

    private static int affordable(TomcatServletWebServerFactory factory) {
        var each = Ssl.isEnabled(factory.getSsl()) ? BYTES_BY_TLS : BYTES;
        return Math.toIntExact(
                Math.min(
                        Integer.MAX_VALUE,
                        (long) (OF_HEAP * Runtime.getRuntime().maxMemory()) / each));
    }
}
