package id.lumbung.gateway;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import org.eclipse.jetty.client.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * {@code /api/<service>/**} goes to the service, without its first two parts; only what a service
 * shows its operators ({@code /actuator}) stays inside.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(GatewaySettings settings, HttpClient toServices) {
        var headers = new PassedHeaders(settings.trustedProxies());
        return settings.services().entrySet().stream()
                .map(service -> {
                    var name = service.getKey();
                    var forwarding =
                            new Forwarding(name, service.getValue(), toServices, headers, settings);
                    return route(name)
                            .route(
                                    path("/api/" + name + "/**")
                                            .and(path("/api/" + name + "/actuator/**").negate()),
                                    forwarding)
                            .build();
                })
                .reduce(RouterFunction::and)
                .orElseThrow();
    }
}
