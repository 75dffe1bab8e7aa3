package id.lumbung.gateway.proxy;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import id.lumbung.gateway.GatewaySettings;
import id.lumbung.gateway.body.Uploads;
import id.lumbung.gateway.path.IdentityPaths;
import java.net.URI;
import org.eclipse.jetty.client.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * {@code /api/<service>/**} goes to the service, without its first two parts; what a service shows
 * its operators ({@code /actuator}) stays inside, and logins and tokens are asked for at the
 * gateway's own address alone, where they are limited and the caller's address is passed on.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final String IDENTITY = "membership";

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(
            GatewaySettings settings, HttpClient toServices, Uploads uploads) {
        var headers = new ServiceHeaders(settings.trustedRanges());
        var call = new ServiceCall(toServices, headers, settings.responseTimeout());
        return settings.services().entrySet().stream()
                .map(service -> below(service.getKey(), service.getValue(), call, uploads))
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static RouterFunction<ServerResponse> below(
            String name, URI address, ServiceCall call, Uploads uploads) {
        var passedOn =
                path("/api/" + name + "/**")
                        .and(path("/api/" + name + "/actuator/**").negate())
                        .and(IdentityPaths.below(name).negate());
        var failures = new ServiceFailures(name);
        return route(name)
                .route(
                        passedOn,
                        new ProxyHandler(address, Manner.WITHOUT_PREFIX, call, failures, uploads))
                .build();
    }

    /** Who logs in, and who asks for a token, speaks to the membership service. */
    @Bean
    RouterFunction<ServerResponse> identityRoutes(
            GatewaySettings settings, HttpClient toServices, Uploads uploads) {
        var headers = new IdentityHeaders(settings.trustedRanges());
        var call = new ServiceCall(toServices, headers, settings.responseTimeout());
        var address = settings.service(IDENTITY);
        var failures = new ServiceFailures(IDENTITY);
        var proxy = new ProxyHandler(address, Manner.AS_GATEWAY, call, failures, uploads);
        var route = route("identity");
        for (var pattern : IdentityPaths.PATTERNS) {
            route.route(path(pattern), proxy);
        }
        return route.build();
    }
}
