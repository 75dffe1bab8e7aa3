package id.lumbung.backbone.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID issuer as far as resource servers see one: its metadata and its keys. */
public final class Issuer implements AutoCloseable {

    /** The one that services under test trust. */
    public static final Issuer TRUSTED = new Issuer();

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile RSAKey key = newKey();

    public Issuer() {
        this(0);
    }

    /**
     * @param port to be found at; 0 for a free one
     */
    public Issuer(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("issuer-", 0).factory()));
        answer(
                "/keys",
                () -> {
                    fetches.incrementAndGet();
                    return new JWKSet(key.toPublicJWK()).toString();
                });
        answer(
                "/.well-known/openid-configuration",
                () -> "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(uri(), jwkSetUri()));
        server.start();
    }

    private interface Content {
        String get();
    }

    private void answer(String path, Content content) {
        server.createContext(
                path,
                exchange -> {
                    var bytes = content.get().getBytes(UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String jwkSetUri() {
        return uri() + "/keys";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** How often its keys were asked for. */
    public int fetches() {
        return fetches.get();
    }

    /** Signs with a new key from now on, and shows only that one. */
    public void rotate() {
        key = newKey();
    }

    RSAKey key() {
        return key;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
