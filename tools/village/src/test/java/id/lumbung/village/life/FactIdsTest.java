package id.lumbung.village.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactIdsTest {

    private static final Instant AT = Instant.parse("2014-01-02T01:30:00.123Z");

    private final FactIds ids = new FactIds("a file, seed 1");

    @Test
    void theSameSourceMakesTheSameIdsForEver() {
        assertThat(ids.id(AT, "sale 2 0"))
                .isEqualTo(UUID.fromString("01435092-463b-762f-8cf5-f38247dfbbe3"));
    }

    @Test
    void anIdIsAVersion7OfItsTime() {
        var id = ids.id(AT, "sale 2 0");

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(AT.toEpochMilli());
    }

    @Test
    void otherNamesAndOtherSourcesMakeOtherIds() {
        var all = new HashSet<UUID>();
        for (var i = 0; i < 10_000; i++) {
            all.add(ids.id(AT, "sale " + i));
            all.add(new FactIds("a file, seed 2").id(AT, "sale " + i));
        }

        assertThat(all).hasSize(20_000);
    }

    @Test
    void chancesFollowFromTheName() {
        assertThat(ids.chances("row 7").nextLong()).isEqualTo(ids.chances("row 7").nextLong());
        assertThat(ids.chances("row 7").nextLong()).isNotEqualTo(ids.chances("row 8").nextLong());
    }
}
