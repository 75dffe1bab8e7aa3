package id.lumbung.backbone.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdTest {

    private static final UUID FACT = UUID.fromString("019ab1c2-0000-7000-8000-000000000001");

    /** Frozen: events told years ago must keep their ids. */
    @Test
    void theIdOfAnEventNeverChanges() {
        assertThat(EventId.of(FACT, "SaleCompleted"))
                .hasToString("019ab1c2-0000-8058-9d37-2dc422f9099b");
    }

    @Test
    void itIsANameBasedUuidThatKeepsTheTimeOfTheFact() {
        var id = EventId.of(FACT, "SaleCompleted");
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16)
                .isEqualTo(FACT.getMostSignificantBits() >>> 16);
    }

    @Test
    void anotherTypeOrAnotherFactIsAnotherEvent() {
        assertThat(EventId.of(FACT, "SaleCompleted"))
                .isNotEqualTo(EventId.of(FACT, "SaleReturned"))
                .isNotEqualTo(
                        EventId.of(
                                UUID.fromString("019ab1c2-0000-7000-8000-000000000002"),
                                "SaleCompleted"));
    }
}
