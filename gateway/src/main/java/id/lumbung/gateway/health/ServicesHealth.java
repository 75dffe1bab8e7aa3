package id.lumbung.gateway.health;

import id.lumbung.gateway.GatewaySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.HttpClient;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Which services are ready. The gateway itself stays ready without them, and answers 200: it says
 * for each call what is wrong. Asked at most every two seconds, however many look.
 */
@Component("services")
final class ServicesHealth implements HealthIndicator {

    private static final Status DEGRADED =
            new Status("DEGRADED", "Not every service can be reached");
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Map<String, String> addresses = new TreeMap<>();
    private final HttpClient http;
    private Health last = Health.unknown().build();
    private Instant asked = Instant.MIN;

    ServicesHealth(GatewaySettings settings, HttpClient toServices) {
        settings.services()
                .forEach((name, address) ->
                        addresses.put(name, address + "/actuator/health/readiness"));
        this.http = toServices;
    }

    @Override
    public synchronized Health health() {
        if (asked.plus(FRESH).isBefore(Instant.now())) {
            last = ask();
            asked = Instant.now();
        }
        return last;
    }

    private Health ask() {
        var answers = new TreeMap<String, CompletableFuture<String>>();
        addresses.forEach((name, address) -> answers.put(name, ask(address)));
        var states = new TreeMap<String, Object>();
        answers.forEach((name, answer) -> states.put(name, answer.join()));
        var allUp = states.values().stream().allMatch("UP"::equals);
        return (allUp ? Health.up() : Health.status(DEGRADED)).withDetails(states).build();
    }

    /** Its answer never fails. */
    private CompletableFuture<String> ask(String address) {
        var request = http.newRequest(address).timeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        return new CompletableResponseListener(request)
                .send()
                .handle((answer, failure) -> {
                    if (failure != null) {
                        return "UNREACHABLE";
                    }
                    return answer.getStatus() == 200 ? "UP" : "NOT_READY";
                });
    }
}
