package id.lumbung.backbone.security;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Gives calls to other services this service's own token, got by client credentials and kept until
 * shortly before it ends. A call that brings its own authorization keeps it.
 *
 * <p>Only for calls within Lumbung: what calls others must not be built from the injected builder,
 * or they would see the token.
 */
final class ServiceLogin implements ClientHttpRequestInterceptor {

    private final ServiceTokens tokens;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile ServiceTokens.@Nullable Token token;

    ServiceLogin(ServiceTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (request.getHeaders().containsHeader("Authorization")) {
            return execution.execute(request, body);
        }
        var used = token();
        request.getHeaders().setBearerAuth(used.value());
        var response = execution.execute(request, body);
        if (response.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED) && used.equals(token)) {
            token = null; // Perhaps the issuer's keys were replaced: the next call asks anew.
        }
        return response;
    }

    private ServiceTokens.Token token() {
        var known = token;
        if (isFresh(known)) {
            return known;
        }
        asking.lock();
        try {
            known = token;
            if (!isFresh(known)) {
                known = tokens.ask();
                token = known;
            }
            return known;
        } finally {
            asking.unlock();
        }
    }

    @org.springframework.lang.Contract("null -> false")
    private boolean isFresh(ServiceTokens.@Nullable Token known) {
        return known != null && clock.instant().isBefore(known.renewAt());
    }
}
