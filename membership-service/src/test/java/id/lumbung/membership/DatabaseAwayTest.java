package id.lumbung.membership;

import static id.lumbung.backbone.security.Role.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.Backends;
import id.lumbung.backbone.testkit.Http;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.edge.testkit.FreePort;
import id.lumbung.embeddedmongodb.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.FileSystemUtils;

/** Whoever asks while the database is away is told to ask again, wherever it is looked into. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {Backends.class, DatabaseAwayTest.OwnDatabase.class})
@DirtiesContext
class DatabaseAwayTest {

    private static final Path FOLDER = folder();
    private static final EmbeddedMongo DATABASE = EmbeddedMongo.onDisk(FOLDER, FreePort.choose());

    @Autowired private ApplicationContext context;

    static final class OwnDatabase
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var patience = "/?serverSelectionTimeoutMS=2000";
            TestPropertyValues.of("spring.mongodb.uri=" + DATABASE.uri() + patience)
                    .applyTo(context);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("lumbung-away");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void deleteFolder() throws IOException {
        var _ = FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    void whoAsksForATokenOrForAnythingElseIsToldToAskAgain() {
        DATABASE.close();
        var id = UUID.randomUUID();
        var operator = Tokens.as(OPERATOR).token();
        try (var http = new Http(context)) {
            for (var asked :
                    List.of(
                            new Asked(
                                    "POST",
                                    "/oauth2/token",
                                    "grant_type=client_credentials&client_id=outlet-%s&client_secret=x"
                                            .formatted(id),
                                    "application/x-www-form-urlencoded"),
                            Asked.get("/cooperatives/" + id),
                            Asked.get("/outlets?cooperativeId=" + id),
                            Asked.get("/audit?cooperativeId=" + id),
                            Asked.put(
                                    "/cooperatives/" + id,
                                    "{\"name\": \"Desa\", \"villageCode\": \"35.10.14.2014\", \"kind\": \"VILLAGE\", \"zone\": \"WIB\"}"))) {
                var isForm = asked.contentType().endsWith("urlencoded");
                var answer = http.ask(asked, isForm ? "" : operator);
                assertThat(answer.status()).as("%s: %s", asked, answer.body()).isEqualTo(503);
                assertThat(answer.body()).contains("urn:lumbung:database-unavailable");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
        }
    }
}
