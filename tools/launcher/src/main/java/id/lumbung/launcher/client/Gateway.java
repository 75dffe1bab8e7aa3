package id.lumbung.launcher.client;

import id.lumbung.launcher.stack.UserError;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the services through the gateway.
 *
 * <p>Every request is repeated with growing pauses while the gateway cannot be reached or says that
 * a service is away or busy. That is safe for whatever we send: a fact has its id before it is
 * sent, and twice is once. It costs the caller up to the timeout given before it fails.
 */
public final class Gateway implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final URI address;
    private final Supplier<Optional<String>> token;
    private final GatewayRequests requests;
    private final JsonMapper json = new JsonMapper();

    public Gateway(String address) {
        this(address, Optional::empty, TIMEOUT);
    }

    /**
     * @param token asked for each request; empty where none is needed
     * @param timeout for how long a request is repeated
     */
    public Gateway(String address, Supplier<Optional<String>> token, Duration timeout) {
        try {
            this.address = URI.create(address.replaceAll("/+$", ""));
        } catch (IllegalArgumentException _) {
            throw new UserError(
                    "'%s' is no address of a gateway, such as http://127.0.0.1:8080"
                            .formatted(address));
        }
        this.token = token;
        this.requests = new GatewayRequests(this.address, timeout);
    }

    private Gateway(Gateway other, Supplier<Optional<String>> token) {
        this.address = other.address;
        this.token = token;
        this.requests = other.requests;
    }

    /** The same gateway for someone else; ends with this one. */
    public Gateway as(Supplier<Optional<String>> token) {
        return new Gateway(this, token);
    }

    public <T> T get(String path, Class<T> answer) {
        return read(path, ask("GET", path, BodyPublishers.noBody()), answer);
    }

    public void put(String path, Object body) {
        var _ = ask("PUT", path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    public <T> T put(String path, Object body, Class<T> answer) {
        var bytes = BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        return read(path, ask("PUT", path, bytes), answer);
    }

    public <T> T post(String path, Object body, Class<T> answer) {
        var bytes = BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        return read(path, ask("POST", path, bytes), answer);
    }

    public <T> T post(String path, Class<T> answer) {
        return read(path, ask("POST", path, BodyPublishers.noBody()), answer);
    }

    /** Sends a file as it is. */
    public <T> T postFile(String path, byte[] file, Class<T> answer) {
        return read(path, ask("POST", path, BodyPublishers.ofByteArray(file)), answer);
    }

    private <T> T read(String path, byte[] body, Class<T> answer) {
        try {
            return json.readValue(body, answer);
        } catch (JacksonException e) {
            throw new UserError(
                    "%s%s answers something else than Lumbung does. Is that the right address?"
                            .formatted(address, path));
        }
    }

    private byte[] ask(String method, String path, BodyPublisher body) {
        return requests.ask(new GatewayRequest(method, path, body), token);
    }

    @Override
    public void close() {
        requests.close();
    }
}
