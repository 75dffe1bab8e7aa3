package id.lumbung.pharmacy.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;

/**
 * Products that are taken for one another, by their codes. A pharmacist's experience, not a list of
 * the state's: data in a file, to be added to.
 */
@Component
class LookAlikes {

    private final List<Pair> pairs;

    LookAlikes() {
        var file = Objects.requireNonNull(LookAlikes.class.getResourceAsStream("look-alikes.csv"));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            pairs =
                    CSVFormat.DEFAULT.parse(reader).stream()
                            .map(row -> new Pair(row.get(0), row.get(1), row.get(2)))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Pair(String first, String second, String why) {

        boolean has(String code) {
            return first.equals(code) || second.equals(code);
        }

        String other(String code) {
            return first.equals(code) ? second : first;
        }
    }

    List<Pair> of(String code) {
        return pairs.stream().filter(pair -> pair.has(code)).toList();
    }
}
