package id.lumbung.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A staples shop uses all of this as it is: no word here belongs to one trade. */
class AnyTradeTest {

    private static final Pattern ONE_TRADE =
            Pattern.compile(
                    "(?i)medicin|prescri|pharmac|apotek|patient|doctor|clinic|\\bobat\\b|resep|dosage");

    @Test
    void noWordBelongsToOneTrade() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            var sources = files.filter(Files::isRegularFile).toList();

            assertThat(sources).isNotEmpty();
            assertThat(sources)
                    .allSatisfy(file ->
                            assertThat(ONE_TRADE.matcher(Files.readString(file)).find()).isFalse());
        }
    }
}
