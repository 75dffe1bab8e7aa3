package id.lumbung.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's browser, with its jar of cookies; follows no redirect by itself. */
public final class Browser {

    public static final String CLIENT = "lumbung-console";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String server;
    private final String address;
    private final String client;
    private final String page;
    private final Map<String, String> cookies = new TreeMap<>();
    private String verifier = "";

    /**
     * @param address that the gateway says it speaks from
     */
    public Browser(String server, String address) {
        this(server, address, CLIENT, "/");
    }

    /**
     * @param client the program that the person logs in through
     * @param page of that program
     */
    public Browser(String server, String address, String client, String page) {
        this.server = server;
        this.address = address;
        this.client = client;
        this.page = page;
    }

    /** What a program got for a login. */
    public record Tokens(String access, String refresh) {

        public JsonNode claims() {
            return JSON.readTree(
                    Base64.getUrlDecoder()
                            .decode(
                                    access.substring(
                                            access.indexOf('.') + 1, access.lastIndexOf('.'))));
        }

        public String keyId() {
            return JSON.readTree(
                            Base64.getUrlDecoder().decode(access.substring(0, access.indexOf('.'))))
                    .path("kid")
                    .asString();
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return post(path, form, List.of());
    }

    /**
     * @param proofs each a header {@code DPoP}
     */
    public HttpResponse<String> post(String path, Map<String, String> form, List<String> proofs) {
        var request =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)));
        proofs.forEach(proof -> request.header("DPoP", proof));
        return send(request);
    }

    /** To the login page, as the console sends a person there. */
    public HttpResponse<String> open() {
        verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        var asked = get(authorize(challenge(verifier)));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
        assertThat(location(asked)).startsWith("/login?continue=%2Foauth2%2Fauthorize");
        return get(location(asked));
    }

    public String redirect() {
        return server + page;
    }

    public String authorize(String challenge) {
        return "/oauth2/authorize?response_type=code&client_id=%s&state=here&redirect_uri=%s%s"
                .formatted(
                        client,
                        URLEncoder.encode(redirect(), UTF_8),
                        challenge.isEmpty()
                                ? ""
                                : "&code_challenge_method=S256&code_challenge=" + challenge);
    }

    /** Fills in a form. */
    public HttpResponse<String> submit(
            HttpResponse<String> page, String path, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        var hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        return post(path, form);
    }

    public HttpResponse<String> login(String username, String password) {
        return submit(open(), "/login", Map.of("username", username, "password", password));
    }

    public HttpResponse<String> choose(HttpResponse<String> page, String password) {
        return submit(page, "/login/password", Map.of("password", password, "again", password));
    }

    public HttpResponse<String> changePassword(String username, String current, String next) {
        return submit(
                get("/login/password/change"),
                "/login/password/change",
                Map.of(
                        "username", username,
                        "current", current,
                        "password", next,
                        "again", next));
    }

    /** Logs in and gets tokens. */
    public Tokens tokens(String username, String password) {
        return tokens(login(username, password));
    }

    /** Goes on from a login that succeeded, to the tokens. */
    public Tokens tokens(HttpResponse<String> loggedIn) {
        var answer = exchange(code(loggedIn), verifier);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer);
    }

    public String code(HttpResponse<String> loggedIn) {
        assertThat(loggedIn.statusCode()).as(loggedIn.body()).isEqualTo(302);
        assertThat(location(loggedIn)).startsWith("/oauth2/authorize?");
        var sentBack = get(location(loggedIn));
        assertThat(sentBack.statusCode()).as(sentBack.body()).isEqualTo(302);
        var target = location(sentBack);
        assertThat(target).startsWith(redirect() + "?code=").contains("state=here");
        return URLDecoder.decode(
                target.substring(target.indexOf("code=") + 5, target.indexOf('&')), UTF_8);
    }

    public HttpResponse<String> exchange(String code, String verifier) {
        return post("/oauth2/token", exchangeForm(code, verifier));
    }

    public Map<String, String> exchangeForm(String code, String verifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", client,
                "code", code,
                "redirect_uri", redirect(),
                "code_verifier", verifier);
    }

    public HttpResponse<String> refresh(String refreshToken) {
        return post("/oauth2/token", refreshForm(refreshToken));
    }

    public Map<String, String> refreshForm(String refreshToken) {
        return Map.of(
                "grant_type", "refresh_token", "client_id", client, "refresh_token", refreshToken);
    }

    public static Tokens read(HttpResponse<String> answer) {
        var json = JSON.readTree(answer.body());
        return new Tokens(
                json.path("access_token").asString(""), json.path("refresh_token").asString(""));
    }

    public String verifier() {
        return verifier;
    }

    /** With a bearer token. */
    public HttpResponse<String> call(String token, String method, String path, String body) {
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    /** For an outlet or a service. */
    public HttpResponse<String> credentials(String id, String secret) {
        return send(
                request("/oauth2/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        (id + ":" + secret).getBytes(UTF_8)))
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    public static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .header("Lumbung-Client-Address", address);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            for (var cookie : response.headers().allValues("Set-Cookie")) {
                var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
                if (pair[1].isEmpty()) {
                    cookies.remove(pair[0]);
                } else {
                    assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
                    cookies.put(pair[0], pair[1]);
                }
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
