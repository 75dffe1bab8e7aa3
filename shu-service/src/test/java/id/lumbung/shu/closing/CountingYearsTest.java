package id.lumbung.shu.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.consumer.EventHandler;
import id.lumbung.backbone.consumer.Preview;
import id.lumbung.backbone.consumer.ReceivedEvent;
import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.testkit.ServiceTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What is told beforehand of a record that is to be replayed: the book year it would count in. */
@ServiceTest
@Import(FakeServices.class)
class CountingYearsTest {

    @Autowired private RestTestClient board;
    @Autowired private EventHandler journal;

    private Meeting meeting;
    private UUID sari;

    @BeforeEach
    void aVillage() {
        meeting = new Meeting(board, FakeServices.OFFICE, FakeServices.PHARMACY);
        sari = meeting.member("2024-01-01");
    }

    private Preview preview(Event event) {
        var id = EventId.of(event.factId(), EventCodec.type(event));
        return journal.preview(new ReceivedEvent(id, event, Instant.parse("2026-02-01T00:00:00Z")));
    }

    private String years(Event event) {
        var preview = preview(event);
        assertThat(preview.outcome()).isEqualTo(Preview.Result.WOULD_BE_TAKEN);
        var entry = preview.entry();
        return "%s closed %s counts in %s"
                .formatted(entry.get("bookYear"), entry.get("closed"), entry.get("countsIn"));
    }

    @Test
    void ofAYearWithOpenBooksItIsThatYear() {
        assertThat(years(meeting.sale(sari, 5_000, "2025-05-05T02:00:00Z")))
                .isEqualTo("2025 closed false counts in 2025");
        // Seven hours ahead of UTC the year has begun.
        assertThat(years(meeting.sale(sari, 5_000, "2024-12-31T17:00:00Z")))
                .isEqualTo("2025 closed false counts in 2025");
    }

    @Test
    void ofAClosedYearItIsTheNextOneThatIsOpen() {
        var sale = meeting.sale(sari, 5_000, "2024-05-05T02:00:00Z");
        meeting.tell(List.of(sale, meeting.sale(sari, 5_000, "2025-05-05T02:00:00Z")));
        meeting.take(2024, "closing", Map.of());
        assertThat(years(meeting.sale(sari, 1, "2024-06-01T02:00:00Z")))
                .isEqualTo("2024 closed true counts in 2025");
        // A return counts as its sale does, whenever it is brought back.
        assertThat(years(meeting.bringBack(sale, 5_000, "2025-07-01T02:00:00Z")))
                .isEqualTo("2024 closed true counts in 2025");
        meeting.take(2025, "closing", Map.of());
        assertThat(years(meeting.sale(sari, 1, "2024-06-01T02:00:00Z")))
                .isEqualTo("2024 closed true counts in 2026");
    }

    @Test
    void whatIsJournalledAlreadyNeedsNone() {
        var sale = meeting.sale(sari, 5_000, "2025-05-05T02:00:00Z");
        meeting.tell(List.of(sale));
        assertThat(preview(sale)).isEqualTo(Preview.already());
    }
}
