package id.lumbung.edge.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes tokens, good and bad ones, and tells its keys to who asks. */
public final class Issuer implements AutoCloseable {

    public final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private RSAKey key = newKey("one");

    /** Where an issuer says where its keys are. */
    public enum Metadata {
        OPENID("/.well-known/openid-configuration"),
        /** As ours does, which is no OpenID provider (RFC 8414). */
        OAUTH("/.well-known/oauth-authorization-server");

        private final String path;

        Metadata(String path) {
            this.path = path;
        }
    }

    public Issuer() {
        this(Metadata.OPENID, 0);
    }

    /**
     * @param port to be found at; 0 for a free one
     */
    public Issuer(Metadata metadata, int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                metadata.path,
                exchange ->
                        answer(
                                exchange,
                                "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"}"
                                        .formatted(address())));
        server.createContext(
                "/keys",
                exchange -> {
                    var _ = asked.incrementAndGet();
                    answer(exchange, new JWKSet(key.toPublicJWK()).toString());
                });
        server.start();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on it signs with another key, and knows the old one no more. */
    public void rotate(String id) {
        key = newKey(id);
    }

    public JWTClaimsSet.Builder claims(String who, String... roles) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .subject(who)
                .claim("client_id", who)
                .claim("roles", List.of(roles))
                .audience("lumbung")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
    }

    public String token(String who, String... roles) {
        return signed(claims(who, roles).build());
    }

    public String signed(JWTClaimsSet claims) {
        return signed(claims, key.getKeyID(), JWSAlgorithm.RS256, signer(key));
    }

    /** As a kind of token that is none for an API. */
    public String typed(String type, JWTClaimsSet claims) {
        try {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(new JOSEObjectType(type))
                            .keyID(key.getKeyID())
                            .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(signer(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By a key that only says it is the issuer's. */
    public String forged(String who, String... roles) {
        var other = newKey(key.getKeyID());
        return signed(
                claims(who, roles).build(), key.getKeyID(), JWSAlgorithm.RS256, signer(other));
    }

    /** By a key nobody knows the name of. */
    public String signedByStranger(String who, String... roles) {
        var other = newKey("stranger");
        return signed(claims(who, roles).build(), "stranger", JWSAlgorithm.RS256, signer(other));
    }

    public String signedOtherwise(JWSAlgorithm algorithm, String who, String... roles) {
        return signed(claims(who, roles).build(), key.getKeyID(), algorithm, signer(key));
    }

    public String unsigned(String who, String... roles) {
        return new PlainJWT(claims(who, roles).build()).serialize();
    }

    /** The public key, taken for a shared secret. */
    public String signedByPublicKey(String who, String... roles) {
        try {
            RSAPublicKey known = key.toRSAPublicKey();
            return signed(
                    claims(who, roles).build(),
                    key.getKeyID(),
                    JWSAlgorithm.HS256,
                    new MACSigner(known.getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(
            JWTClaimsSet claims, String keyId, JWSAlgorithm algorithm, JWSSigner signer) {
        try {
            var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
