package id.lumbung.shu.closing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.BookYearClosed;
import id.lumbung.backbone.event.Event.EntitlementPaid;
import id.lumbung.backbone.event.Event.PaymentMethod;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Money out of the surplus is no purchase of the year it is paid in. */
@ServiceTest
@Import(FakeServices.class)
class DivisionIsNoBusinessTest {

    private static final Instant PAID_AT = Instant.parse("2026-03-01T02:00:00Z");

    @Autowired private RestTestClient http;

    @Test
    void whatAYearGaveIsNextYearsCapitalByDaysAndNeverItsBusiness() {
        var meeting = new Meeting(http, FakeServices.OFFICE, FakeServices.PHARMACY);
        var sari = meeting.member("2024-01-01");
        var budi = meeting.member("2024-01-01");
        meeting.tell(
                List.of(
                        meeting.sale(sari, 300_000, "2025-03-01T02:00:00Z"),
                        meeting.sale(budi, 100_000, "2025-03-01T02:00:00Z")));
        meeting.approve(
                2025,
                Map.of("preset", "textbook", "funds", Map.of("PATRONAGE", 10_000)),
                Map.of("netSurplus", 1_000_000));
        meeting.take(2025, "division", Map.of());
        meeting.take(2025, "payments/" + budi, paidBy("CASH"));
        meeting.take(2025, "payments/" + sari, paidBy("VOLUNTARY_SAVINGS"));

        // As membership-service makes it of the payment.
        meeting.tell(
                List.of(meeting.deposit(sari, SavingsKind.VOLUNTARY, 750_000, PAID_AT.toString())));
        publishAgain(
                sari,
                new BookYearClosed(
                        meeting.cooperative(),
                        2025,
                        Rupiah.of(1_000_000),
                        Rupiah.of(1_000_000),
                        Rupiah.ZERO));
        publishAgain(sari, paid(meeting, sari, 750_000, PaymentMethod.VOLUNTARY_SAVINGS));
        publishAgain(sari, paid(meeting, budi, 250_000, PaymentMethod.CASH));
        // Of the same partition: when it is journalled, those before it were consumed.
        meeting.tell(List.of(meeting.sale(sari, 5_000, "2026-04-01T02:00:00Z")));

        var totals =
                meeting.get("/cooperatives/%s/years/2026".formatted(meeting.cooperative()))
                        .path("totals");
        assertThat(totals.path("entries").asLong())
                .as("the registration, recorded in January, the deposit and the sale")
                .isEqualTo(3);
        assertThat(totals.path("business").asLong()).isEqualTo(5_000);
        var explained = meeting.year(2026, "/members/%s/explanation".formatted(sari));
        assertThat(explained.path("business").path("inYear").asLong()).isEqualTo(5_000);
        for (var saving : explained.path("capital").path("savings")) {
            var isVoluntary = saving.path("kind").asString().equals("VOLUNTARY");
            assertThat(saving.path("rupiahDays").asLong())
                    .as("from 1 March, its first day, to 31 December")
                    .isEqualTo(isVoluntary ? 750_000L * 306 : 0);
        }
        assertThat(meeting.year(2025, "/verification").path("equal").asBoolean()).isTrue();
    }

    private static Map<String, String> paidBy(String method) {
        return Map.of("method", method, "at", Instant.now().toString());
    }

    private static EntitlementPaid paid(
            Meeting meeting, UUID member, long amount, PaymentMethod method) {
        return new EntitlementPaid(
                meeting.cooperative(),
                UUID.randomUUID(),
                member,
                2025,
                Rupiah.of(amount),
                method,
                PAID_AT);
    }

    private static void publishAgain(UUID key, Event event) {
        var type = EventCodec.type(event);
        var record =
                new ProducerRecord<>(
                        "pharmacy", key.toString(), EventCodec.write(event).getBytes(UTF_8));
        record.headers()
                .add(EventCodec.ID, EventId.of(event.factId(), type).toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, type.getBytes(UTF_8))
                .add(EventCodec.TIME, PAID_AT.toString().getBytes(UTF_8));
        new Topic("pharmacy").send(List.of(record, record));
    }
}
