package id.lumbung.shu.closing;

import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.CooperativeRegistered;
import id.lumbung.backbone.event.Event.MemberJoined;
import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.event.Event.OutletOpened;
import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.event.Event.SaleReturned;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.reconciliation.CooperativeFacts;
import id.lumbung.backbone.reconciliation.ReconciliationSource;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.shu.reconciliation.FakeService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A cooperative on its way through a book year, as its board would take it, step by step. */
final class Meeting {

    private static final Topic PHARMACY = new Topic("pharmacy");
    private static final Instant RECORDED_AT = Instant.parse("2026-02-01T00:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private final RestTestClient board;
    private final RestTestClient supervisor;
    private final FakeService office;
    private final FakeService pharmacy;
    private final UUID cooperative = UUID.randomUUID();
    private final UUID outlet = UUID.randomUUID();
    private long told;

    /**
     * @param office and {@code pharmacy} who hold what is told, and are asked for it at the closing
     */
    Meeting(RestTestClient anybody, FakeService office, FakeService pharmacy) {
        this(anybody, office, pharmacy, Event.CooperativeKind.VILLAGE);
    }

    Meeting(
            RestTestClient anybody,
            FakeService office,
            FakeService pharmacy,
            Event.CooperativeKind kind) {
        this.board = Tokens.as(BOARD).in(cooperative).on(anybody);
        this.supervisor = Tokens.as(SUPERVISOR).in(cooperative).with("sub", "pengawas").on(anybody);
        this.office = office;
        this.pharmacy = pharmacy;
        tell(List.of(new CooperativeRegistered(cooperative, kind, "Asia/Jakarta")));
    }

    UUID cooperative() {
        return cooperative;
    }

    /** Tells events as the outlets would, and waits until the journal has them. */
    void tell(List<? extends Event> events) {
        tell(events, RECORDED_AT);
    }

    /** An outlet is open from when on its opening was recorded. */
    void opens(UUID outlet, String recordedAt) {
        tell(List.of(new OutletOpened(cooperative, outlet, "PHARMACY")), Instant.parse(recordedAt));
    }

    private void tell(List<? extends Event> events, Instant recordedAt) {
        events.forEach(event -> hold(event, recordedAt));
        PHARMACY.send(
                events.stream()
                        .map(event -> {
                            var type = EventCodec.type(event);
                            var record =
                                    new ProducerRecord<>(
                                            "pharmacy",
                                            event.key().toString(),
                                            EventCodec.write(event).getBytes(UTF_8));
                            record.headers()
                                    .add(
                                            EventCodec.ID,
                                            EventId.of(event.factId(), type)
                                                    .toString()
                                                    .getBytes(UTF_8))
                                    .add(EventCodec.TYPE, type.getBytes(UTF_8))
                                    .add(EventCodec.TIME, recordedAt.toString().getBytes(UTF_8));
                            return record;
                        })
                        .toList());
        told += events.size();
        await("entries of " + cooperative)
                .atMost(Duration.ofSeconds(60))
                .until(() -> journalled() >= told);
    }

    private void hold(Event event, Instant recordedAt) {
        switch (event) {
            case SaleCompleted sale ->
                    hold(pharmacy, sale.outletId(), event, sale.at(), sale.total());
            case SaleReturned it ->
                    hold(pharmacy, it.outletId(), event, it.at(), it.total().negated());
            case SavingsDeposited it -> hold(office, cooperative, event, it.at(), it.amount());
            case MemberJoined it ->
                    hold(office, cooperative, event, Event.midday(it.on()), Rupiah.ZERO);
            case MemberLeft it ->
                    hold(office, cooperative, event, Event.midday(it.on()), Rupiah.ZERO);
            case CooperativeRegistered _, OutletOpened _ ->
                    hold(office, cooperative, event, recordedAt, Rupiah.ZERO);
            default -> throw new IllegalArgumentException("Not in this village: " + event);
        }
    }

    private void hold(FakeService at, UUID outlet, Event event, Instant when, Rupiah amount) {
        at.holds(
                cooperative,
                outlet,
                new ReconciliationSource.Line(
                        EventId.of(event.factId(), EventCodec.type(event)),
                        event.factId(),
                        when,
                        amount.amount()),
                CooperativeFacts.State.PUBLISHED);
    }

    private long journalled() {
        var sum = 0L;
        for (var year = 2023; year <= 2026; year++) {
            sum +=
                    get("/cooperatives/%s/years/%d".formatted(cooperative, year))
                            .path("totals")
                            .path("entries")
                            .asLong();
        }
        return sum;
    }

    UUID member(String joinedOn) {
        return member(MemberKind.ORDINARY, joinedOn);
    }

    UUID member(MemberKind kind, String joinedOn) {
        var member = UUID.randomUUID();
        tell(List.of(new MemberJoined(cooperative, member, kind, LocalDate.parse(joinedOn))));
        return member;
    }

    SaleCompleted sale(UUID member, long total, String at) {
        return new SaleCompleted(
                cooperative,
                UUID.randomUUID(),
                outlet,
                member,
                Rupiah.of(total),
                null,
                Instant.parse(at));
    }

    SaleReturned bringBack(SaleCompleted sale, long total, String at) {
        return new SaleReturned(
                cooperative,
                UUID.randomUUID(),
                sale.saleId(),
                sale.outletId(),
                sale.memberId(),
                Rupiah.of(total),
                null,
                Instant.parse(at),
                sale.at());
    }

    MemberLeft leaves(UUID member, String on) {
        return new MemberLeft(
                cooperative, member, LocalDate.parse(on), Event.LeavingReason.REQUEST);
    }

    SavingsDeposited deposit(UUID member, SavingsKind kind, long amount, String at) {
        return new SavingsDeposited(
                cooperative, UUID.randomUUID(), member, kind, Rupiah.of(amount), Instant.parse(at));
    }

    JsonNode get(String path) {
        var result =
                board.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult();
        return JSON.readTree(result.getResponseBody());
    }

    JsonNode year(int year, String rest) {
        return get(path(year, rest));
    }

    /** A paper that people can hold, as bytes. */
    byte[] show(int year, String paper) {
        var body =
                board.get()
                        .uri(path(year, paper))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody();
        return body == null ? new byte[0] : body;
    }

    String text(int year, String paper) {
        return new String(show(year, paper), UTF_8);
    }

    /** The rule by which a paper is refused. */
    String refusedToShow(int year, String paper, int status) {
        var type =
                JSON.readTree(
                                board.get()
                                        .uri(path(year, paper))
                                        .exchange()
                                        .expectStatus()
                                        .isEqualTo(status)
                                        .expectBody(byte[].class)
                                        .returnResult()
                                        .getResponseBody())
                        .path("type")
                        .asString();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private String path(int year, String rest) {
        return "/cooperatives/%s/book-years/%d%s".formatted(cooperative, year, rest);
    }

    void take(int year, String step, Object body) {
        var _ = put(year, step, body);
    }

    /** A step that is taken, and its answer. */
    JsonNode put(int year, String step, Object body) {
        return answer(year, step, body, 200);
    }

    /** A step that is refused, by the rule named in the answer's type. */
    String refused(int year, String step, Object body, int status) {
        var type = answer(year, step, body, status).path("type").asString();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    JsonNode answer(int year, String step, Object body, int status) {
        var result =
                board.put()
                        .uri(path(year, "/" + step))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body instanceof String text ? text : JSON.writeValueAsString(body))
                        .exchange()
                        .expectBody(byte[].class)
                        .returnResult();
        var text =
                result.getResponseBody() == null ? "" : new String(result.getResponseBody(), UTF_8);
        if (result.getStatus().value() != status) {
            throw new AssertionError(
                    "PUT %s answered %s, not %d: %s"
                            .formatted(step, result.getStatus(), status, text));
        }
        return JSON.readTree(text);
    }

    /** A step that may be taken or refused: the answer's status. */
    int tries(int year, String step, Object body) {
        return board.put()
                .uri(path(year, "/" + step))
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(body))
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    JsonNode delete(int year, String step, int status) {
        return JSON.readTree(
                board.delete()
                        .uri(path(year, "/" + step))
                        .exchange()
                        .expectStatus()
                        .isEqualTo(status)
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody());
    }

    /** Everything up to the resolution of a meeting that agrees. */
    void approve(int year, Map<String, ?> policy, Map<String, ?> figures) {
        var version = put(year, "policy", policy).path("bookYear").path("policies").size();
        take(year, "figures", figures);
        take(year, "closing", Map.of());
        take(year, "proposal", Map.of());
        take(year, "resolution", resolution(version));
        countersign(year);
    }

    void countersign(int year) {
        supervisor
                .put()
                .uri(path(year, "/resolution/countersignature"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** The book year that goes on. */
    static int thisYear() {
        return LocalDate.now(ZoneId.of("Asia/Jakarta")).getYear();
    }

    /** All who had a vote today came, and agreed to what was proposed today. */
    Map<String, Object> resolution(int version) {
        var today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        var voters = 0;
        for (var member : get("/cooperatives/%s/members".formatted(cooperative))) {
            if (member.path("kind").asString().equals("ORDINARY") && !member.has("leftOn")) {
                voters++;
            }
        }
        return Map.of(
                "heldOn", today.toString(),
                "present", voters,
                "members", voters,
                "votesFor", voters,
                "policyVersion", version);
    }

    static Map<String, Integer> funds() {
        var funds = new LinkedHashMap<String, Integer>();
        funds.put("RESERVE", 3_000);
        funds.put("PATRONAGE", 3_500);
        funds.put("CAPITAL", 1_500);
        funds.put("MANAGEMENT", 500);
        funds.put("STAFF", 500);
        funds.put("EDUCATION", 500);
        funds.put("SOCIAL", 500);
        return funds;
    }

    static Map<String, Object> kdkmp() {
        return Map.of("preset", "kdkmp", "funds", funds());
    }
}
