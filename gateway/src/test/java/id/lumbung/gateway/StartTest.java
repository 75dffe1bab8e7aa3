package id.lumbung.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class StartTest {

    @Test
    void withoutAnIssuerTheDoorIsNotOpened() {
        assertThatThrownBy(
                        () -> {
                            var _ =
                                    SpringApplication.run(
                                            GatewayApplication.class, "--server.port=0");
                        })
                .hasStackTraceContaining("LUMBUNG_ISSUER_URI");
    }

    @Test
    void openAndGuardedAtOnceIsNeither() {
        assertThatThrownBy(() -> new SecuritySettings("http://issuer", null, true))
                .hasMessageContaining("contradicts");
        assertThatThrownBy(() -> new SecuritySettings(" ", null, false))
                .hasMessageContaining("issuer-uri");
        assertThatThrownBy(() -> new SecuritySettings("issuer", null, false))
                .hasMessageContaining("http or https");
        assertThatThrownBy(() ->
                        new SecuritySettings(
                                "http://issuer", URI.create("file:///etc/passwd"), false))
                .hasMessageContaining("http or https");
        assertThat(new SecuritySettings("http://issuer", URI.create(""), false).jwkSetUri())
                .isNull();
    }
}
