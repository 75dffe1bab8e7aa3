package id.lumbung.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.stripPrefix;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /api/<service>/**} goes to the service, without its first two parts. */
@Configuration(proxyBeanMethods = false)
class Routes {

    static final String SERVICE = Routes.class.getName() + ".service";

    @Bean
    RouterFunction<ServerResponse> toServices(Services services) {
        return services.services().entrySet().stream()
                .map(this::toService)
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private RouterFunction<ServerResponse> toService(Map.Entry<String, URI> service) {
        return route(service.getKey())
                .route(path("/api/" + service.getKey() + "/**"), http())
                .before(uri(service.getValue()))
                .before(stripPrefix(2))
                .before(request -> {
                    request.attributes().put(SERVICE, service.getKey());
                    return request;
                })
                .build();
    }
}
