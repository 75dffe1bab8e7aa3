package id.lumbung.gateway.proxy;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import id.lumbung.gateway.GatewaySettings;
import id.lumbung.gateway.body.Uploads;
import id.lumbung.gateway.path.PathRules;
import org.eclipse.jetty.client.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * {@code /api/<service>/**} goes to the service, without its first two parts; what a service shows
 * its operators ({@code /actuator}) stays inside, and logins and tokens are asked for at the
 * gateway's own address alone, where they are limited and the caller's address is told.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final String IDENTITY = "membership";

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(
            GatewaySettings settings, HttpClient toServices, Uploads uploads) {
        var headers = new PassedHeaders(settings.trustedRanges());
        return settings.services().entrySet().stream()
                .map(service -> {
                    var name = service.getKey();
                    var proxy =
                            new ProxyHandler(
                                    name,
                                    service.getValue(),
                                    ProxyHandler.Manner.WITHOUT_PREFIX,
                                    toServices,
                                    headers,
                                    settings,
                                    uploads);
                    return route(name)
                            .route(
                                    path("/api/" + name + "/**")
                                            .and(path("/api/" + name + "/actuator/**").negate())
                                            .and(PathRules.identityBelow(name).negate()),
                                    proxy)
                            .build();
                })
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    /** Who logs in, and who asks for a token, speaks to the membership service. */
    @Bean
    RouterFunction<ServerResponse> identityRoutes(
            GatewaySettings settings, HttpClient toServices, Uploads uploads) {
        var proxy =
                new ProxyHandler(
                        IDENTITY,
                        settings.service(IDENTITY),
                        ProxyHandler.Manner.AS_GATEWAY,
                        toServices,
                        new PassedHeaders(settings.trustedRanges()),
                        settings,
                        uploads);
        var route = route("identity");
        for (var pattern : PathRules.IDENTITY) {
            route.route(path(pattern), proxy);
        }
        return route.build();
    }
}
