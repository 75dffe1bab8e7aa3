package id.lumbung.gateway;

import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Which services are ready. The gateway itself stays ready without them: it says for each call what
 * is wrong.
 */
@Component("services")
class ServicesHealth implements HealthIndicator {

    private final Services services;
    private final RestClient http;

    ServicesHealth(Services services, ClientHttpRequestFactory requests) {
        this.services = services;
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public Health health() {
        var states = new TreeMap<String, Object>();
        services.services()
                .forEach((name, uri) ->
                        states.put(name, isReady(uri + "/actuator/health/readiness")));
        var allReady = states.values().stream().allMatch(Boolean.TRUE::equals);
        return (allReady ? Health.up() : Health.down()).withDetails(states).build();
    }

    private boolean isReady(String uri) {
        try {
            return http.get()
                    .uri(uri)
                    .retrieve()
                    .toBodilessEntity()
                    .getStatusCode()
                    .is2xxSuccessful();
        } catch (RestClientException e) {
            return false;
        }
    }
}
