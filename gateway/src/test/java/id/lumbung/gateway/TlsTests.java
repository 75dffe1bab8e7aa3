package id.lumbung.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway with a key and a certificate, made by the JDK's keytool and given as PEM files. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TlsTests {

    private static final String PASSWORD = "changeit";
    private static final Upstream SERVICE = new Upstream();

    @TempDir private static Path folder;
    private static KeyStore made;

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws Exception {
        made = makeKey();
        var certificate = folder.resolve("gateway.crt");
        var key = folder.resolve("gateway.key");
        pem(certificate, "CERTIFICATE", made.getCertificate("gateway").getEncoded());
        pem(key, "PRIVATE KEY", made.getKey("gateway", PASSWORD.toCharArray()).getEncoded());
        properties.add("server.ssl.bundle", () -> "gateway");
        properties.add(
                "spring.ssl.bundle.pem.gateway.keystore.certificate", () -> certificate.toUri());
        properties.add("spring.ssl.bundle.pem.gateway.keystore.private-key", () -> key.toUri());
        properties.add("lumbung.gateway.services.membership", SERVICE::address);
        properties.add("lumbung.security.open", () -> true);
    }

    private static KeyStore makeKey() throws Exception {
        var store = folder.resolve("gateway.p12");
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "gateway",
                                "-keyalg",
                                "RSA",
                                "-keysize",
                                "2048",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD)
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        try (InputStream in = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return keys;
        }
    }

    private static void pem(Path file, String what, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        try {
            var _ =
                    Files.writeString(
                            file,
                            "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                                    .formatted(what, lines),
                            StandardCharsets.US_ASCII);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void whoTrustsTheCertificateComesInByTls() throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gateway", made.getCertificate("gateway"));
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(null, trust.getTrustManagers(), null);
        try (var http =
                HttpClient.newBuilder()
                        .sslContext(context)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "https://localhost:%d/login".formatted(port)))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000");
        }
        assertThat(SERVICE.last().header("X-Forwarded-Proto")).containsExactly("https");
        assertThat(SERVICE.last().header("X-Forwarded-Host")).containsExactly("localhost:" + port);
    }

    @Test
    void withoutTlsNothingIsSaid() throws Exception {
        var answer = new Calls(port).raw("GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Lumbung");
    }
}
