package id.lumbung.gateway.proxy;

import id.lumbung.gateway.GatewaySettings;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The HTTP client towards the services. It passes things on and interprets nothing: no redirects,
 * no cookies kept (they would be shared among callers), no decoding, no headers of its own.
 */
@Configuration(proxyBeanMethods = false)
class ServiceClient {

    @Bean(initMethod = "start", destroyMethod = "stop")
    HttpClient toServices(GatewaySettings settings) {
        var threads = new QueuedThreadPool(32, 4);
        threads.setName("to-services");
        threads.setDaemon(true);
        var connector = new ClientConnector();
        connector.setExecutor(threads);
        var http =
                new HttpClient(new HttpClientTransportOverHTTP(connector)) {
                    @Override
                    protected void doStart() throws Exception {
                        super.doStart();
                        getContentDecoderFactories().clear();
                        getProtocolHandlers().clear();
                    }
                };
        http.setExecutor(threads);
        http.setConnectTimeout(settings.connectTimeout().toMillis());
        http.setAddressResolutionTimeout(settings.connectTimeout().toMillis());
        // Shorter than the services keep theirs open (60 s): who closes first is never in doubt.
        http.setIdleTimeout(30_000);
        http.setMaxConnectionsPerDestination(settings.maxConnections());
        http.setMaxRequestsQueuedPerDestination(settings.maxQueued());
        http.setFollowRedirects(false);
        http.setHttpCookieStore(new HttpCookieStore.Empty());
        http.setUserAgentField(null);
        http.setDefaultRequestContentType(null);
        return http;
    }
}
