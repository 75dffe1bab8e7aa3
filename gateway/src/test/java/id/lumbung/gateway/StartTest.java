package id.lumbung.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.edge.token.TokenSettings;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class StartTest {

    @Test
    void withoutAnIssuerTheGatewayDoesNotStart() {
        assertThatThrownBy(
                        () -> {
                            var _ =
                                    SpringApplication.run(
                                            GatewayApplication.class, "--server.port=0");
                        })
                .hasStackTraceContaining("LUMBUNG_ISSUER_URI");
    }

    @Test
    void anOriginThatIsNoOriginIsNamed() {
        assertThatThrownBy(
                        () -> {
                            var _ =
                                    SpringApplication.run(
                                            GatewayApplication.class,
                                            "--server.port=0",
                                            "--lumbung.security.issuer-uri=http://127.0.0.1:1",
                                            "--lumbung.gateway.allowed-origins=https://app.example/path");
                        })
                .hasStackTraceContaining("must look like https://host or https://host:port");
    }

    @Test
    void openAndGuardedAtOnceIsNeither() {
        assertThatThrownBy(() -> new TokenSettings("http://issuer", null, "lumbung", true))
                .hasMessageContaining("contradicts");
        assertThatThrownBy(() -> new TokenSettings(" ", null, "lumbung", false))
                .hasMessageContaining("issuer-uri");
        assertThatThrownBy(() -> new TokenSettings("issuer", null, "lumbung", false))
                .hasMessageContaining("http or https");
        assertThatThrownBy(() ->
                        new TokenSettings(
                                "http://issuer",
                                URI.create("file:///etc/passwd"),
                                "lumbung",
                                false))
                .hasMessageContaining("http or https");
        assertThat(new TokenSettings("http://issuer", URI.create(""), "lumbung", false).jwkSetUri())
                .isNull();
    }
}
