package id.lumbung.backbone.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-27T05:12:34Z",
                "2026-11-27T05:12:34.5Z",
                "2026-11-27T05:12:34.123456789Z",
                "0001-01-01T00:00:00Z",
                "0000-02-29T00:00:00Z",
                "2024-02-29T23:59:59.999Z",
                "2023-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-11-27T24:00:00Z",
                "2026-11-27T24:00:01Z",
                "2026-06-30T23:59:60Z",
                "2026-11-27T05:60:00Z",
                "2026-11-27T05:12:34.Z",
                "2026-11-27T05:12:34.1234567890Z",
                "2026-11-27T05:12Z",
                "2026-11-27T05:12:34+07:00",
                "2026-11-27t05:12:34z",
                "+12026-11-27T05:12:34Z",
                "-0001-11-27T05:12:34Z",
                "2026-11-27T05:12:34.\u0661Z",
                "Z",
                ""
            })
    void isReadAsTheGeneralParserReadsIt(String text) {
        assertThat(ours(text)).isEqualTo(general(text));
    }

    @Test
    void anyTimeAndAnyTimeWithAWrongCharacterIsReadAsTheGeneralParserReadsIt() {
        var random = new Random(11);
        for (var i = 0; i < 200_000; i++) {
            var digits = random.nextInt(4);
            var time =
                    Instant.ofEpochSecond(
                            random.nextLong(-62_167_219_200L, 253_402_300_800L),
                            digits == 0 ? 0 : random.nextInt(1_000_000_000));
            var text = new StringBuilder(time.toString());
            if (random.nextInt(3) == 0) {
                text.setCharAt(
                        random.nextInt(text.length()),
                        "0123456789-:.TZ+ ".charAt(random.nextInt(17)));
            }
            assertThat(ours(text.toString()))
                    .as(text.toString())
                    .isEqualTo(general(text.toString()));
        }
    }

    private static @Nullable Instant ours(String text) {
        try {
            return UtcText.read(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant general(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
