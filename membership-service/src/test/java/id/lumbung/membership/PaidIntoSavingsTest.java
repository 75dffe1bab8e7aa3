package id.lumbung.membership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.EntitlementPaid;
import id.lumbung.backbone.event.Event.PaymentMethod;
import id.lumbung.backbone.event.Event.PaymentReversed;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Topic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A part of the surplus that is added to savings is a deposit, once, until it is taken back. */
@ServiceTest
class PaidIntoSavingsTest {

    private static final Topic SHU = new Topic("shu");

    @Autowired private RestTestClient http;

    private Office office;
    private UUID member;

    @BeforeEach
    void aMember() {
        office = Office.opened(http);
        member = office.member();
    }

    private EntitlementPaid paid(UUID payment, PaymentMethod method) {
        return new EntitlementPaid(
                office.cooperative(),
                payment,
                member,
                2025,
                Rupiah.of(40_000),
                method,
                Instant.parse("2026-03-01T02:00:00Z"));
    }

    private static void publish(Event... events) {
        SHU.send(
                List.of(events).stream()
                        .map(event -> {
                            var type = EventCodec.type(event);
                            var record =
                                    new ProducerRecord<>(
                                            "shu",
                                            event.key().toString(),
                                            EventCodec.write(event).getBytes(UTF_8));
                            record.headers()
                                    .add(
                                            EventCodec.ID,
                                            EventId.of(event.factId(), type)
                                                    .toString()
                                                    .getBytes(UTF_8))
                                    .add(EventCodec.TYPE, type.getBytes(UTF_8))
                                    .add(EventCodec.TIME, "2026-03-01T02:00:00Z".getBytes(UTF_8));
                            return record;
                        })
                        .toList());
    }

    private long lines(String at) {
        var data = office.get("/members/" + member + "/personal-data").ok().body();
        return data.split(at, -1).length - 1L;
    }

    @Test
    void whatIsAddedToSavingsIsADepositOnceHoweverOftenItIsPublished() {
        var payment = UUID.randomUUID();
        var event = paid(payment, PaymentMethod.VOLUNTARY_SAVINGS);
        publish(
                event,
                event,
                paid(UUID.randomUUID(), PaymentMethod.CASH),
                paid(UUID.randomUUID(), PaymentMethod.TRANSFER),
                event);
        await().until(() -> lines("\"amount\":40000") > 0);
        office.withdraw(UUID.randomUUID(), member, "VOLUNTARY", 40_001, "2026-03-02T03:00:00Z")
                .refused(409, "too-little-saved");
        assertThat(lines("\"amount\":40000")).isOne();

        var reversed =
                new PaymentReversed(
                        office.cooperative(),
                        payment,
                        payment,
                        member,
                        2025,
                        Rupiah.of(40_000),
                        PaymentMethod.VOLUNTARY_SAVINGS,
                        Instant.parse("2026-03-02T02:00:00Z"));
        publish(reversed, reversed);
        await().until(() -> lines("\"amount\":40000") == 2);
        office.withdraw(UUID.randomUUID(), member, "VOLUNTARY", 1, "2026-03-02T03:00:00Z")
                .refused(409, "too-little-saved");
    }

    @Test
    void aPartOfSomebodyUnknownIsADeadLetterAndHindersNobody() {
        var stranger = UUID.randomUUID();
        publish(
                new EntitlementPaid(
                        office.cooperative(),
                        UUID.randomUUID(),
                        stranger,
                        2025,
                        Rupiah.of(1),
                        PaymentMethod.VOLUNTARY_SAVINGS,
                        Instant.parse("2026-03-01T02:00:00Z")),
                paid(UUID.randomUUID(), PaymentMethod.VOLUNTARY_SAVINGS));
        await().until(() -> lines("\"amount\":40000") > 0);
        await().untilAsserted(() ->
                assertThat(office.getAsOperator("/dead-letters?state=OPEN").ok().body())
                        .contains("NOT_CONSUMABLE"));
        var totals = office.getAsOperator("/reconciliation/cooperatives/" + office.cooperative());
        assertThat(totals.ok().body()).contains("\"deadLetters\":1,");
    }

    /** Whoever knows a payment's id knows the id of the deposit that will be made of it. */
    @Test
    void nobodyTakesTheDepositsIdBeforeTheDeposit() {
        var event = paid(UUID.randomUUID(), PaymentMethod.VOLUNTARY_SAVINGS);
        var derived = EventId.of(event.paymentId(), "EntitlementPaid");
        office.deposit(derived, member, "VOLUNTARY", 1, "2026-02-01T02:00:00Z")
                .refused(400, "unreadable");

        publish(event);
        await().until(() -> lines("\"amount\":40000") == 1);
    }
}
