package id.lumbung.village.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;

/** The numbers in profile.properties. */
final class ProfileFile {

    private final Properties properties = new Properties();

    ProfileFile() {
        try (var in =
                Objects.requireNonNull(
                        ProfileFile.class.getResourceAsStream("profile.properties"),
                        "profile.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The weight of each of these things by its name in the file; 0 where it is not there. */
    <T> Map<T, Integer> weights(Iterable<T> things, Function<T, String> name) {
        var weights = new LinkedHashMap<T, Integer>();
        things.forEach(thing -> {
            var weight = properties.getProperty(name.apply(thing), "0");
            var _ = weights.put(thing, Integer.valueOf(weight));
        });
        return weights;
    }
}
