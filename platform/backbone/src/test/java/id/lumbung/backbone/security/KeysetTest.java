package id.lumbung.backbone.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.lumbung.backbone.security.Keyset.Unopened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetTest {

    private static final byte[] SECRET = "a secret".getBytes(UTF_8);

    @TempDir private Path folder;

    @Test
    void whatIsSealedOpensAfterARestart() throws Exception {
        var sealed = keys("keys.json").seal(SECRET, "1/nik");
        assertThat(new String(sealed, UTF_8)).doesNotContain("secret");
        assertThat(keys("keys.json").open(sealed, "1/nik")).isEqualTo(SECRET);
        assertThat(keys("keys.json").seal(SECRET, "1/nik")).isNotEqualTo(sealed);
    }

    @Test
    void nothingOpensWithOtherKeysInAnotherContextOrWhenItWasChanged() {
        var sealed = keys("keys.json").seal(SECRET, "1/nik");
        refused(keys("other.json"), sealed, "1/nik");
        refused(keys("keys.json"), sealed, "2/nik");
        for (var at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            refused(keys("keys.json"), changed, "1/nik");
        }
        refused(keys("keys.json"), new byte[0], "1/nik");
    }

    @Test
    void whatWasSealedBeforeARotationStillOpensAndWhatComesAfterNeedsTheNewKey() throws Exception {
        var keys = keys("keys.json");
        Files.copy(folder.resolve("keys.json"), folder.resolve("older.json"));
        var before = keys.seal(SECRET, "1/nik");
        keys.rotateSealing();
        var after = keys.seal(SECRET, "1/nik");
        assertThat(keys.open(before, "1/nik")).isEqualTo(SECRET);
        assertThat(keys("keys.json").open(before, "1/nik")).isEqualTo(SECRET);
        assertThat(keys("keys.json").open(after, "1/nik")).isEqualTo(SECRET);
        refused(keys("older.json"), after, "1/nik");
    }

    @Test
    void aValueIsRecognisedAcrossRotationsOfEitherKind() {
        var keys = keys("keys.json");
        var before = keys.hashes("3510144508900001", "nik");
        assertThat(before).hasSize(1);
        keys.rotateSealing();
        assertThat(keys.hashes("3510144508900001", "nik")).isEqualTo(before);
        keys.rotateHashing();
        assertThat(keys.hashes("3510144508900001", "nik")).hasSize(2).containsAll(before);
        assertThat(keys("keys.json").hashes("3510144508900001", "nik"))
                .isEqualTo(keys.hashes("3510144508900001", "nik"));
        assertThat(keys.hashes("3510144508900002", "nik")).doesNotContainAnyElementsOf(before);
        assertThat(keys.hashes("3510144508900001", "name")).doesNotContainAnyElementsOf(before);
        assertThat(keys("other.json").hashes("3510144508900001", "nik"))
                .doesNotContainAnyElementsOf(before);
    }

    @Test
    void onlyTheOwnerReadsTheFile() throws IOException {
        var file = folder.resolve("deep/down/keys.json");
        var keys = Keyset.loadOrCreate(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        keys.rotateHashing();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aBrokenFileIsNamedNotRepeatedAndNotReplaced() throws IOException {
        var file = folder.resolve("keys.json");
        for (var content : new String[] {"", "{}", "no keys, but secret", "{\"sealing\": {}}"}) {
            Files.writeString(file, content);
            assertThatIllegalStateException()
                    .isThrownBy(() -> Keyset.loadOrCreate(file))
                    .withMessageContaining("keys.json")
                    .withNoCause()
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
            assertThat(file).hasContent(content);
        }
    }

    private Keyset keys(String file) {
        return Keyset.loadOrCreate(folder.resolve(file));
    }

    private static void refused(Keyset keys, byte[] sealed, String context) {
        assertThatExceptionOfType(Unopened.class).isThrownBy(() -> keys.open(sealed, context));
    }
}
