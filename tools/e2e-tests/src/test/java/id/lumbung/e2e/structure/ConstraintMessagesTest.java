package id.lumbung.e2e.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every constraint that a request can break is told in Indonesian and English: its message is a key
 * of the bundles. Settings are read by whoever runs the services, and speak English.
 */
class ConstraintMessagesTest {

    private static final Pattern CONSTRAINT =
            Pattern.compile(
                    "import ((?:jakarta\\.validation\\.constraints|org\\.hibernate\\.validator\\.constraints(?:\\.time)?)\\.[A-Z]\\w+);");
    private static final Pattern MESSAGE =
            Pattern.compile(
                    "(?:\\bmessage\\s*=|String message\\(\\) default|String MESSAGE =)\\s*\"([^\"]*)\"");
    private static final Pattern KEY = Pattern.compile("\\{([a-zA-Z.-]+)}");

    private static List<Path> sources() {
        return ProjectTree.mainSources().stream()
                .filter(file -> !file.toString().endsWith("Settings.java"))
                .toList();
    }

    /** The words of all modules in a language, by their keys. */
    private static Map<String, String> words(String language) {
        var words = new TreeMap<String, String>();
        ProjectTree.mainSources().stream()
                .map(ConstraintMessagesTest::resources)
                .distinct()
                .flatMap(folder ->
                        Stream.of("ValidationMessages_", "ContributorValidationMessages_")
                                .map(name -> folder.resolve(name + language + ".properties")))
                .filter(Files::exists)
                .forEach(file ->
                        read(file)
                                .forEach((key, value) -> {
                                    assertThat(words.put((String) key, (String) value))
                                            .as("twice: %s", key)
                                            .isNull();
                                }));
        return words;
    }

    /** Those of the module in which a source stands. */
    private static Path resources(Path source) {
        var java = source;
        while (!java.endsWith("src/main/java")) {
            java = java.getParent();
        }
        return java.resolveSibling("resources");
    }

    private static Properties read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            var properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyConstraintInUseHasWordsInBothLanguages() {
        var used = new TreeSet<String>();
        for (var file : sources()) {
            CONSTRAINT
                    .matcher(ProjectTree.text(file))
                    .results()
                    .map(found -> found.group(1) + ".message")
                    .forEach(used::add);
        }
        assertThat(used).isNotEmpty();
        assertThat(words("id").keySet()).containsAll(used);
        assertThat(words("en").keySet()).containsAll(used);
    }

    @Test
    void everyMessageOfOurOwnIsAKeyWithWordsInBothLanguages() {
        var keys = new TreeSet<String>();
        for (var file : sources()) {
            var text = ProjectTree.text(file);
            if (text.contains("jakarta.validation") || text.contains("String MESSAGE =")) {
                MESSAGE.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(message -> {
                            var key = KEY.matcher(message);
                            assertThat(key.matches()).as("%s in %s", message, file).isTrue();
                            keys.add(key.group(1));
                        });
            }
        }
        assertThat(keys).isNotEmpty();
        assertThat(words("id").keySet()).containsAll(keys);
        assertThat(words("en").keySet()).containsAll(keys);
    }

    @Test
    void theLanguagesHaveTheSameKeysAndDifferentWords() {
        var indonesian = words("id");
        var english = words("en");
        assertThat(indonesian).hasSameSizeAs(english);
        indonesian.forEach((key, words) ->
                assertThat(english.get(key)).as(key).isNotBlank().isNotEqualTo(words));
    }
}
