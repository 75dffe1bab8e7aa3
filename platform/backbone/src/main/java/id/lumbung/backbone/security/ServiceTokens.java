package id.lumbung.backbone.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Asks the authorization server for this service's own token, by client credentials. */
final class ServiceTokens {

    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);

    private final RestClient http;
    private final String tokenUri;
    private final String clientId;
    private final String clientSecret;
    private final Clock clock;

    ServiceTokens(
            RestClient http, String tokenUri, String clientId, String clientSecret, Clock clock) {
        this.http = http;
        this.tokenUri = tokenUri;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    record Token(String value, Instant renewAt) {}

    /** Of RFC 6749, 5.1; other fields are of no use here. */
    record Answer(@Nullable String access_token, @Nullable Long expires_in) {}

    Token ask() {
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
