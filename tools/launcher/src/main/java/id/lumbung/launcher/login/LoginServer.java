package id.lumbung.launcher.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The authorization server behind the gateway, as a browser and as an outlet's app speak to it. */
final class LoginServer {

    private static final String CLIENT = "lumbung-console";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Set<Integer> AWAY_OR_BUSY = Set.of(429, 502, 503, 504);
    private static final long PAUSE_MILLIS = 500;
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final SecureRandom CHANCE = new SecureRandom();

    private final String address;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    LoginServer(String address) {
        this.address = address;
    }

    static String chance() {
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** For an outlet or a service. */
    Login.Token ofClient(String id, String secret) {
        return token(
                send(
                        form("/oauth2/token", Map.of("grant_type", "client_credentials"))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                (id + ":" + secret)
                                                                        .getBytes(UTF_8)))),
                id);
    }

    /** For a person: with the renewal token if there is one that is taken, else by logging in. */
    Login.Token ofPerson(String username, String password, Login.@Nullable Token before) {
        if (before != null && before.renewal() != null) {
            var answer =
                    send(
                            form(
                                    "/oauth2/token",
                                    Map.of(
                                            "grant_type",
                                            "refresh_token",
                                            "client_id",
                                            CLIENT,
                                            "refresh_token",
                                            before.renewal())));
            if (answer.statusCode() == 200) {
                return token(answer, username);
            }
        }
        return logIn(username, password, "");
    }

    /**
     * @param next the password to choose where the one given is good once; empty where it is not
     */
    Login.Token logIn(String username, String password, String next) {
        var cookies = new TreeMap<String, String>();
        var verifier = chance();
        var path =
                "/oauth2/authorize?"
                        + encoded(
                                Map.of(
                                        "response_type",
                                        "code",
                                        "client_id",
                                        CLIENT,
                                        "redirect_uri",
                                        address + "/",
                                        "code_challenge_method",
                                        "S256",
                                        "code_challenge",
                                        challenge(verifier)));
        var page = follow(get(path, cookies), cookies, username);
        var answer =
                submit(page, "/login", Map.of("username", username, "password", password), cookies);
        var target = location(answer, username);
        if (target.startsWith("/login/password")) {
            if (next.isEmpty()) {
                throw new UserError("%s must choose another password first.".formatted(username));
            }
            var chosen =
                    submit(
                            get(target, cookies),
                            "/login/password",
                            Map.of("password", next, "again", next),
                            cookies);
            target = location(chosen, username);
        }
        var code = code(location(get(target, cookies), username), username);
        return token(
                send(
                        form(
                                "/oauth2/token",
                                Map.of(
                                        "grant_type", "authorization_code",
                                        "client_id", CLIENT,
                                        "code", code,
                                        "redirect_uri", address + "/",
                                        "code_verifier", verifier))),
                username);
    }

    private HttpResponse<String> follow(
            HttpResponse<String> answer, Map<String, String> cookies, String who) {
        return get(location(answer, who), cookies);
    }

    private static String code(String target, String who) {
        var at = target.indexOf("code=");
        if (at < 0) {
            throw new UserError("The login of %s came back without a code.".formatted(who));
        }
        var end = target.indexOf('&', at);
        return URLDecoder.decode(
                end < 0 ? target.substring(at + 5) : target.substring(at + 5, end), UTF_8);
    }

    private static String location(HttpResponse<String> answer, String who) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() ->
                        new UserError(
                                "%s could not log in (status %d). If the password was changed elsewhere, the launcher does not know it."
                                        .formatted(who, answer.statusCode())));
    }

    private HttpResponse<String> get(String path, Map<String, String> cookies) {
        return keep(send(request(path, cookies).GET()), cookies);
    }

    private HttpResponse<String> submit(
            HttpResponse<String> page,
            String path,
            Map<String, String> fields,
            Map<String, String> cookies) {
        var form = new LinkedHashMap<>(fields);
        var hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            var _ = form.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        var request =
                request(path, cookies)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)));
        return keep(send(request), cookies);
    }

    private static HttpResponse<String> keep(
            HttpResponse<String> answer, Map<String, String> cookies) {
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var equals = cookie.indexOf('=');
            var end = cookie.indexOf(';');
            var value = cookie.substring(equals + 1, end < 0 ? cookie.length() : end);
            if (value.isEmpty()) {
                var _ = cookies.remove(cookie.substring(0, equals));
            } else {
                var _ = cookies.put(cookie.substring(0, equals), value);
            }
        }
        return answer;
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        return request(path, Map.of())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
    }

    private HttpRequest.Builder request(String path, Map<String, String> cookies) {
        var target = path.startsWith("/") ? address + path : path;
        var request = HttpRequest.newBuilder(URI.create(target)).timeout(Duration.ofSeconds(30));
        if (!cookies.isEmpty()) {
            var _ =
                    request.header(
                            "Cookie",
                            cookies.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var until = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            try {
                var answer = http.send(request.build(), BodyHandlers.ofString());
                if (!AWAY_OR_BUSY.contains(answer.statusCode()) || System.nanoTime() > until) {
                    return answer;
                }
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    throw new UserError(
                            "%s cannot be reached for a login: %s"
                                    .formatted(address, e.getMessage()));
                }
            } catch (InterruptedException e) {
                throw interrupted();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }

    private Login.Token token(HttpResponse<String> answer, String who) {
        if (answer.statusCode() != 200) {
            throw new UserError(
                    "%s got no token (status %d). Check the credentials."
                            .formatted(who, answer.statusCode()));
        }
        try {
            var body = json.readTree(answer.body());
            return new Login.Token(
                    body.path("access_token").asString(),
                    Instant.now().plusSeconds(body.path("expires_in").asLong(0)),
                    body.path("refresh_token").asStringOpt().orElse(null));
        } catch (JacksonException e) {
            throw new UserError(
                    "%s answers something else than a token. Is that the right address?"
                            .formatted(address));
        }
    }

    private static UserError interrupted() {
        Thread.currentThread().interrupt();
        return new UserError("Interrupted.");
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8)
                                + "="
                                + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
