package id.lumbung.shu.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.CooperativeKind;
import id.lumbung.backbone.event.Event.CooperativeRegistered;
import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.Event.VisitSettled;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.reconciliation.CooperativeFacts.State;
import id.lumbung.backbone.reconciliation.ReconciliationSource.Line;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.shu.closing.FakeServices;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A cooperative whose facts are published to the journal, held by its services, or both. */
final class ReconciledVillage {

    static final ZoneId WIT = ZoneId.of("Asia/Jayapura");
    static final Instant NEW_YEAR = Instant.parse("2025-12-31T15:00:00Z");

    /** Facts that are there from the beginning, its registration among them. */
    static final int AT_FIRST = 5;

    private static final Instant RECORDED_AT = Instant.parse("2026-01-05T00:00:00Z");

    final UUID cooperative = UUID.randomUUID();
    final UUID pharmacy = UUID.randomUUID();
    private final UUID clinic = UUID.randomUUID();

    /** With a registration, a deposit, two sales and a visit on both sides. */
    static ReconciledVillage open() {
        var village = new ReconciledVillage();
        village.both(
                new CooperativeRegistered(
                        village.cooperative, CooperativeKind.VILLAGE, WIT.getId()));
        village.both(village.deposit("2025-03-01T00:00:00Z", 10_000));
        village.both(village.sale("2025-12-31T14:59:59Z", 5_000));
        village.both(village.sale("2025-06-01T03:00:00Z", 7_000));
        village.both(
                new VisitSettled(
                        village.cooperative,
                        UUID.randomUUID(),
                        village.clinic,
                        null,
                        Rupiah.of(20_000),
                        Instant.parse("2025-06-01T03:00:00Z")));
        return village;
    }

    SaleCompleted sale(String at, long total) {
        return sale(pharmacy, Instant.parse(at), total);
    }

    SaleCompleted sale(UUID outlet, Instant at, long total) {
        return new SaleCompleted(
                cooperative, UUID.randomUUID(), outlet, null, Rupiah.of(total), null, at);
    }

    static SaleCompleted withTotal(SaleCompleted sale, long total) {
        return new SaleCompleted(
                sale.cooperativeId(),
                sale.saleId(),
                sale.outletId(),
                null,
                Rupiah.of(total),
                null,
                sale.at());
    }

    static SaleCompleted at(SaleCompleted sale, String at) {
        return new SaleCompleted(
                sale.cooperativeId(),
                sale.saleId(),
                sale.outletId(),
                null,
                sale.total(),
                null,
                Instant.parse(at));
    }

    private SavingsDeposited deposit(String at, long amount) {
        return new SavingsDeposited(
                cooperative,
                UUID.randomUUID(),
                UUID.randomUUID(),
                SavingsKind.MANDATORY,
                Rupiah.of(amount),
                Instant.parse(at));
    }

    /** Written at its service, and published. */
    void both(Event event) {
        both(event, State.PUBLISHED);
    }

    void both(Event event, State state) {
        held(event, state);
        publish(event);
    }

    void held(Event event, State state) {
        switch (event) {
            case SaleCompleted it ->
                    held(FakeServices.PHARMACY, it.outletId(), it, it.at(), it.total(), state);
            case VisitSettled it ->
                    held(FakeServices.CLINIC, it.outletId(), it, it.at(), it.paid(), state);
            case SavingsDeposited it ->
                    held(FakeServices.OFFICE, cooperative, it, it.at(), it.amount(), state);
            case CooperativeRegistered it ->
                    held(FakeServices.OFFICE, cooperative, it, RECORDED_AT, Rupiah.ZERO, state);
            default -> throw new IllegalArgumentException("Not in this village: " + event);
        }
    }

    private void held(
            FakeService at, UUID outlet, Event event, Instant when, Rupiah amount, State state) {
        at.holds(
                cooperative,
                outlet,
                new Line(
                        EventId.of(event.factId(), EventCodec.type(event)),
                        event.factId(),
                        when,
                        amount.amount()),
                state);
    }

    static void publish(Event event) {
        publish(List.of(event));
    }

    static void publish(List<? extends Event> events) {
        new Topic("pharmacy")
                .send(
                        events.stream()
                                .map(event -> {
                                    var type = EventCodec.type(event);
                                    return record(
                                            type,
                                            EventId.of(event.factId(), type),
                                            EventCodec.write(event));
                                })
                                .toList());
    }

    /** A record that says it is a sale. */
    static void publish(String value) {
        new Topic("pharmacy").send(List.of(record("SaleCompleted", UUID.randomUUID(), value)));
    }

    private static ProducerRecord<String, byte[]> record(String type, UUID id, String value) {
        var record = new ProducerRecord<>("pharmacy", id.toString(), value.getBytes(UTF_8));
        record.headers()
                .add(EventCodec.ID, id.toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, type.getBytes(UTF_8))
                .add(EventCodec.TIME, RECORDED_AT.toString().getBytes(UTF_8));
        return record;
    }
}
