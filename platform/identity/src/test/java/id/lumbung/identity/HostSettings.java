package id.lumbung.identity;

import id.lumbung.backbone.testkit.Backends;
import id.lumbung.edge.testkit.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The host issues tokens under an address of its own, one for all tests of this module. */
public final class HostSettings
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final int PORT = FreePort.choose();
    public static final String SERVER = "http://127.0.0.1:" + PORT;

    /** Another than the default: tokens are made for whom the setting says. */
    public static final String AUDIENCE = "lumbung-trial";

    public static final Path FIRST_PASSWORD = newFile();
    public static final String SHU_SECRET = "a secret of the test, 32 characters long";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        Backends.OWN_ISSUER + "=true",
                        "server.port=" + PORT,
                        "lumbung.security.issuer-uri=" + SERVER,
                        "lumbung.security.jwk-set-uri=" + SERVER + "/oauth2/jwks",
                        "lumbung.security.audience=" + AUDIENCE,
                        "lumbung.identity.first-password-file=" + FIRST_PASSWORD,
                        "lumbung.identity.service-clients.shu.secret=" + SHU_SECRET,
                        "lumbung.identity.key-notice=0s",
                        "lumbung.identity.hashes-per-second=50")
                .applyTo(context);
        new Backends().initialize(context);
    }

    public static Path newFile() {
        try {
            return Files.createTempDirectory("first").resolve("password");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
