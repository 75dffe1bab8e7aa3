package id.lumbung.bench;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * One route of Spring Cloud Gateway with nothing added: the ceiling of ours. Runs on the class path
 * of our gateway, as a process of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "id.lumbung.edge.json.JsonAutoConfiguration",
            "id.lumbung.edge.problem.ProblemAutoConfiguration",
            "id.lumbung.edge.token.TokenAutoConfiguration",
            "id.lumbung.edge.web.WebAutoConfiguration"
        })
public class BareGateway {

    /** In the environment: the service behind the route {@code /api/pharmacy/**}. */
    static final String TARGET = "BARE_TARGET";

    public static void main(String[] args) {
        var application = new SpringApplication(BareGateway.class);
        var routes = "spring.cloud.gateway.server.webmvc.routes[0].";
        application.setDefaultProperties(
                Map.of(
                        routes + "id", "bare",
                        routes + "uri", System.getenv(TARGET),
                        routes + "predicates[0]", "Path=/api/pharmacy/**",
                        routes + "filters[0]", "StripPrefix=2"));
        var _ = application.run(args);
    }
}
