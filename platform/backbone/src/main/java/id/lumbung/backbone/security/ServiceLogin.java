package id.lumbung.backbone.security;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Gives calls to other services this service's own token, got by client credentials and kept until
 * shortly before it ends. A call that brings its own authorization keeps it.
 *
 * <p>Only for calls within Lumbung: what calls others must not be built from the injected builder,
 * or they would see the token.
 */
final class ServiceLogin implements ClientHttpRequestInterceptor {

    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);

    private final RestClient http;
    private final String tokenUri;
    private final String clientId;
    private final String clientSecret;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Token token;

    private record Token(String value, Instant renewAt) {}

    /** Of RFC 6749, 5.1; other fields are of no use here. */
    record Answer(@Nullable String access_token, @Nullable Long expires_in) {}

    ServiceLogin(
            RestClient http, String tokenUri, String clientId, String clientSecret, Clock clock) {
        this.http = http;
        this.tokenUri = tokenUri;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
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

    private Token token() {
        var known = token;
        if (isFresh(known)) {
            return known;
        }
        asking.lock();
        try {
            known = token;
            if (!isFresh(known)) {
                known = ask();
                token = known;
            }
            return known;
        } finally {
            asking.unlock();
        }
    }

    @org.springframework.lang.Contract("null -> false")
    private boolean isFresh(@Nullable Token known) {
        return known != null && clock.instant().isBefore(known.renewAt());
    }

    private Token ask() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        var answer =
                http.post()
                        .uri(tokenUri)
                        .headers(headers -> headers.setBasicAuth(clientId, clientSecret))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .accept(MediaType.APPLICATION_JSON)
                        .body(form)
                        .retrieve()
                        .body(Answer.class);
        if (answer == null || answer.access_token() == null) {
            throw new ResourceAccessException("The authorization server gave no token");
        }
        var life = answer.expires_in() == null ? 60 : answer.expires_in();
        return new Token(
                answer.access_token(), clock.instant().plusSeconds(life).minus(BEFORE_ITS_END));
    }
}
