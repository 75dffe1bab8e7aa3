package id.lumbung.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.testkit.Backends;
import id.lumbung.identity.HostSettings;
import id.lumbung.identity.IdentityHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The first start gives two people a way in, or leaves it to the next start. */
class FirstOperatorsTest {

    private final String database = "first-" + UUID.randomUUID();
    private final Path keys = HostSettings.newFile();

    private ConfigurableApplicationContext start(Path firstPassword) {
        return new SpringApplication(IdentityHost.class)
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + Backends.mongodb(),
                        "--spring.mongodb.database=" + database,
                        "--spring.kafka.bootstrap-servers=" + Backends.kafka(),
                        "--lumbung.security.issuer-uri=http://127.0.0.1:1",
                        "--lumbung.security.keyset-file=" + keys,
                        "--lumbung.identity.first-password-file=" + firstPassword);
    }

    @Test
    void wherePasswordCannotBeWrittenNobodyIsMadeAndTheNextStartTriesAnew() throws IOException {
        var file = HostSettings.newFile();
        var nowhere = file.resolveSibling("missing").resolve("password");
        assertThatThrownBy(() -> start(nowhere)).hasStackTraceContaining("cannot be written");
        try (var started = start(file)) {
            var logins = started.getBean(Logins.class);
            assertThat(logins.named("operator")).isPresent();
            assertThat(logins.named("operator-2")).isPresent();
            assertThat(Files.readString(file))
                    .isNotBlank()
                    .isNotEqualTo(Files.readString(of(file, "operator-2")));
            try (var beside = Files.list(file.getParent())) {
                assertThat(beside.filter(it -> it.toString().contains("password"))).hasSize(2);
            }
        }
    }

    private static Path of(Path file, String username) {
        return file.resolveSibling(file.getFileName() + "-" + username);
    }

    @Test
    void whereOneOfTwoIsGoneAStartMakesAnother() {
        var file = HostSettings.newFile();
        try (var started = start(file)) {
            var logins = started.getBean(Logins.class);
            var gone = logins.named("operator-2").orElseThrow();
            var now = Instant.now();
            assertThat(logins.change(gone.revoked(now), Actor.UNKNOWN, now).isRevoked()).isTrue();
        }
        try (var again = start(file)) {
            assertThat(again.getBean(Logins.class).named("operator-3")).isPresent();
            assertThat(again.getBean(Logins.class).operators()).isEqualTo(2);
            assertThat(of(file, "operator-3")).exists();
        }
    }
}
