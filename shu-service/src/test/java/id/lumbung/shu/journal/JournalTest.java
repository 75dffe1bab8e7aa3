package id.lumbung.shu.journal;

import static id.lumbung.backbone.security.Role.OPERATOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.LeavingReason;
import id.lumbung.backbone.event.Event.MemberJoined;
import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.event.Event.SaleReturned;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.Event.VisitSettled;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.testkit.Audit;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.backbone.testkit.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.StatusAssertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class JournalTest {

    private static final Topic PHARMACY = new Topic("pharmacy");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> values = new HashMap<>();

    @Autowired private RestTestClient operator;
    @Autowired private MongoOperations mongo;

    @BeforeEach
    void logIn() {
        operator = Tokens.as(OPERATOR).on(operator);
    }

    /** The same year told in three orders, twice with half of it doubled: the same rupiah. */
    @Test
    void aYearToldInAnyOrderWithHalfOfItDoubledGivesTheSameTotals() {
        var told = List.of(17L, 18L, 19L).stream().map(this::totalsOfAShuffledYear).toList();
        assertThat(told.getFirst()).contains("\"entries\":640").contains("\"returns\":-");
        assertThat(told).allMatch(told.getFirst()::equals);
    }

    private String totalsOfAShuffledYear(long seed) {
        var cooperative = UUID.randomUUID();
        var year = year(cooperative);
        var told = new ArrayList<>(year);
        var random = new Random(seed);
        if (seed > 17) {
            year.stream().filter(_ -> random.nextBoolean()).forEach(told::add);
            Collections.shuffle(told, random);
        }
        tell(told);
        awaitEntries(cooperative, year.size());
        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> entries(cooperative) == year.size());
        return totals(cooperative).path("totals").toString()
                + totals(cooperative).path("ofMembers");
    }

    private static List<Event> year(UUID cooperative) {
        var random = new Random(2025);
        var outlet = new UUID(cooperative.getMostSignificantBits(), 1);
        var events = new ArrayList<Event>();
        var members = IntStream.range(0, 20).mapToObj(_ -> UUID.randomUUID()).toList();
        members.forEach(member ->
                events.add(
                        new MemberJoined(
                                cooperative,
                                member,
                                MemberKind.ORDINARY,
                                LocalDate.of(2025, 1, 1))));
        for (var i = 0; i < 500; i++) {
            var member =
                    random.nextInt(3) == 0 ? null : members.get(random.nextInt(members.size()));
            var at =
                    Instant.parse("2025-01-02T00:00:00Z").plusSeconds(random.nextInt(360 * 86_400));
            var total = Rupiah.of(random.nextLong(1, 100_000));
            var sale = UUID.randomUUID();
            events.add(new SaleCompleted(cooperative, sale, outlet, member, total, null, at));
            if (i % 10 == 0) {
                events.add(
                        new SaleReturned(
                                cooperative,
                                UUID.randomUUID(),
                                sale,
                                outlet,
                                member,
                                total,
                                null,
                                at.plusSeconds(1),
                                at));
            }
            if (i % 10 == 1) {
                events.add(
                        new VisitSettled(
                                cooperative,
                                UUID.randomUUID(),
                                outlet,
                                member,
                                Rupiah.of(5_000),
                                at));
            }
        }
        members.forEach(member ->
                events.add(
                        new SavingsDeposited(
                                cooperative,
                                UUID.randomUUID(),
                                member,
                                SavingsKind.MANDATORY,
                                Rupiah.of(10_000),
                                Instant.parse("2025-02-01T00:00:00Z"))));
        return events;
    }

    @Test
    void poisonBetweenGoodRecordsStopsNobodyAndIsKeptWithItsBytesAndCause() {
        var cooperative = UUID.randomUUID();
        var good =
                IntStream.range(0, 20)
                        .<Event>mapToObj(_ -> sale(cooperative, UUID.randomUUID(), 1_000))
                        .toList();
        var records = new ArrayList<>(good.stream().map(JournalTest::record).toList());
        var marker = UUID.randomUUID().toString();
        records.add(3, poison("SaleCompleted", "not JSON " + marker));
        records.add(6, poison("SaleCompleted", "{\"saleId\": 7, \"marker\": \"" + marker + "\"}"));
        records.add(9, poison("HarvestBought", "{\"marker\": \"" + marker + "\"}"));
        records.add(12, poison("SaleCompleted", marker + "x".repeat(2 * 1024 * 1024)));
        var headless = new ProducerRecord<>(PHARMACY.name(), 0, "k", marker.getBytes(UTF_8));
        records.add(15, headless);
        var sale = EventCodec.write(sale(cooperative, UUID.randomUUID(), 666));
        var marked = sale.replaceFirst("\\{", "{\"marker\": \"" + marker + "\",");
        records.add(4, poison("SaleCompleted", marked.replace("2025-06-01", "+292278995-01-01")));
        records.add(7, poison("SaleCompleted", marked.replace("2025-06-01", "-292275055-01-01")));
        records.add(8, poison("SaleCompleted", marked.replaceFirst("\\{", "{\"total\": 1,")));
        records.add(
                10,
                poison(
                        "SaleCompleted",
                        marked.replaceFirst("\\{", "{\"cost\": " + Long.MIN_VALUE + ",")));
        records.add(
                11,
                poison(
                        "SaleCompleted",
                        marked.replaceFirst("\\{", "{\"deep\": " + "[".repeat(50_000))));
        var oddTime = poison("SaleCompleted", marked);
        oddTime.headers().add(EventCodec.TIME, "+292278995-01-01T00:00:00Z".getBytes(UTF_8));
        records.add(13, oddTime);
        var oddHeaders = poison("SaleCompleted", marked);
        oddHeaders.headers().add(EventCodec.TYPE, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        records.add(14, oddHeaders);
        records.add(
                16,
                poison(
                        "SaleCompleted",
                        marked.replace("marker", "\\ud83d marker")
                                .replace(cooperative.toString(), "\\ud83d")));
        PHARMACY.send(records);
        awaitEntries(cooperative, good.size());
        var causes =
                await().atMost(PATIENCE).until(() -> causesOf(marker), found -> found.size() == 13);
        assertThat(causes)
                .anyMatch(cause -> cause.contains("not JSON"))
                .anyMatch(cause -> cause.contains("type of 'saleId' is wrong"))
                .anyMatch(cause -> cause.contains("no event of type 'HarvestBought'"))
                .anyMatch(cause -> cause.contains("too large: 20971"))
                .anyMatch(cause -> cause.contains("header is missing"))
                .anyMatch(cause -> cause.contains("no time that can be kept"))
                .anyMatch(cause -> cause.contains("'cost' is negative"));
        assertThat(entries(cooperative)).isEqualTo(good.size());
    }

    private List<String> causesOf(String marker) {
        var causes = new ArrayList<String>();
        for (var letter : get("/dead-letters?state=OPEN&limit=1000")) {
            if (value(letter.path("id").asString()).contains(marker)) {
                causes.add(letter.path("cause").asString());
            }
        }
        return causes;
    }

    /** Read once: each reading is audited. */
    private String value(String id) {
        return values.computeIfAbsent(
                id,
                letter -> {
                    var value =
                            operator.get()
                                    .uri("/dead-letters/{id}/value", letter)
                                    .exchange()
                                    .expectStatus()
                                    .isOk()
                                    .returnResult(byte[].class)
                                    .getResponseBody();
                    return value == null ? "" : new String(value, UTF_8);
                });
    }

    @Test
    void aDeadLetterThatIsRefusedStillStaysOpenWithItsCause() {
        var letter = UUID.randomUUID().toString();
        PHARMACY.send(List.of(poison("HarvestBought", "{\"letter\": \"" + letter + "\"}")));
        var id = await().atMost(PATIENCE).until(() -> idOf(letter), found -> !found.isEmpty());
        var audit = new Audit(mongo, AuditLog.PLATFORM);
        audit.fail();
        operator.post()
                .uri("/dead-letters/{id}/replay", id)
                .exchange()
                .expectStatus()
                .isEqualTo(500);
        audit.mend();
        assertThat(get("/dead-letters/" + id).path("attempts").asInt()).isZero();
        operator.post()
                .uri("/dead-letters/{id}/replay", id)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:lumbung:still-refused");
        assertThat(get("/dead-letters/" + id).path("attempts").asInt()).isEqualTo(1);
        var lines = get("/audit?limit=1000&cooperativeId=" + AuditLog.PLATFORM).path("items");
        assertThat(lines.valueStream())
                .as("its value does not say whose it is")
                .filteredOn(line -> line.path("about").asString().equals(id))
                .filteredOn(
                        line -> !line.path("action").asString().equals("DEAD_LETTER_VALUE_READ"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.path("action").asString())
                                .isEqualTo("DEAD_LETTER_REPLAYED"));
    }

    @Test
    void twoPersonsDecideThatNothingIsToBeMadeOfADeadLetter() {
        var letter = UUID.randomUUID().toString();
        PHARMACY.send(List.of(poison("HarvestBought", "{\"letter\": \"" + letter + "\"}")));
        var id = await().atMost(PATIENCE).until(() -> idOf(letter), found -> !found.isEmpty());
        var second = Tokens.as(OPERATOR).with("sub", "another-operator").on(operator);
        var decision = "{\"decision\": \"NOT_OURS\", \"reason\": \"A record of a load test\"}";
        consent(second, id).isEqualTo(409);
        decide(operator, id, "{\"decision\": \"NOT_OURS\"}").isEqualTo(400);
        decide(operator, id, decision).isOk();
        assertThat(get("/dead-letters/" + id).path("state").asString()).isEqualTo("OPEN");
        consent(operator, id).isEqualTo(409);
        consent(second, id).isOk();
        var decided = get("/dead-letters/" + id);
        assertThat(decided.path("state").asString()).isEqualTo("DECIDED");
        assertThat(decided.path("decision").path("consentBy").asString())
                .isEqualTo("another-operator");
        decide(operator, id, decision).isEqualTo(409);
        operator.delete().uri("/dead-letters/{id}/decision", id).exchange().expectStatus().isOk();
        assertThat(get("/dead-letters/" + id).path("state").asString()).isEqualTo("OPEN");
        assertThat(new Audit(mongo, AuditLog.PLATFORM).actions())
                .contains("DEAD_LETTER_DECIDED", "DEAD_LETTER_CONSENTED", "DEAD_LETTER_REOPENED");
    }

    private static StatusAssertions decide(RestTestClient by, String id, String body) {
        return by.put()
                .uri("/dead-letters/{id}/decision", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus();
    }

    private static StatusAssertions consent(RestTestClient by, String id) {
        return by.put().uri("/dead-letters/{id}/decision/consent", id).exchange().expectStatus();
    }

    private String idOf(String marker) {
        for (var letter : get("/dead-letters?state=OPEN&limit=1000")) {
            if (value(letter.path("id").asString()).contains(marker)) {
                return letter.path("id").asString();
            }
        }
        return "";
    }

    @Test
    void anEventToldWithOtherContentIsAConflictAndTheFirstStands() {
        var cooperative = UUID.randomUUID();
        var sale = UUID.randomUUID();
        tell(List.of(sale(cooperative, sale, 1_000)));
        awaitEntries(cooperative, 1);
        tell(List.of(sale(cooperative, sale, 2_000)));
        await().atMost(PATIENCE)
                .until(() -> {
                    for (var letter : get("/dead-letters?state=OPEN&limit=1000")) {
                        if (letter.path("eventId")
                                .asString("")
                                .equals(EventId.of(sale, "SaleCompleted").toString())) {
                            return letter.path("cause").asString().contains("another 'amount'");
                        }
                    }
                    return false;
                });
        assertThat(totals(cooperative).path("totals").path("business").asLong()).isEqualTo(1_000);
    }

    @Test
    void aFieldOfANewerReleaseMakesNoConflict() {
        var cooperative = UUID.randomUUID();
        var sale = sale(cooperative, UUID.randomUUID(), 1_000);
        tell(List.of(sale));
        var newer = record(sale);
        var withMore =
                new ProducerRecord<>(
                        newer.topic(),
                        null,
                        newer.key(),
                        new String(newer.value(), UTF_8)
                                .replaceFirst("\\{", "{\"cost\": 800, \"colour\": \"red\",")
                                .getBytes(UTF_8),
                        newer.headers());
        PHARMACY.send(List.of(withMore));
        tell(List.of(sale(cooperative, UUID.randomUUID(), 5)));
        awaitEntries(cooperative, 2);
        for (var letter : get("/dead-letters?state=OPEN&limit=1000")) {
            assertThat(letter.path("eventId").asString(""))
                    .isNotEqualTo(
                            EventId.of(((SaleCompleted) sale).saleId(), "SaleCompleted")
                                    .toString());
        }
    }

    @Test
    void theEntriesBehindAMembersYearComeByThePageInTheirOrder() {
        var cooperative = UUID.randomUUID();
        var member = UUID.randomUUID();
        var at = Instant.parse("2026-05-01T00:00:00Z");
        var events =
                IntStream.range(0, 25)
                        .<Event>mapToObj(i ->
                                new SaleCompleted(
                                        cooperative,
                                        UUID.randomUUID(),
                                        cooperative,
                                        member,
                                        Rupiah.of(i),
                                        null,
                                        at.plusSeconds(i / 3)))
                        .toList();
        tell(events);
        tell(
                List.of(
                        new MemberJoined(
                                cooperative, member, MemberKind.ORDINARY, LocalDate.of(2026, 1, 5)),
                        new MemberLeft(
                                cooperative,
                                member,
                                LocalDate.of(2026, 11, 5),
                                LeavingReason.REQUEST)));
        awaitEntries(cooperative, 27);
        var path = "/cooperatives/%s/members/%s/years/2026".formatted(cooperative, member);
        var seen = 0;
        var sum = 0L;
        var after = "";
        do {
            var page = get(path + "/entries?limit=4" + after);
            for (var entry : page.path("items")) {
                seen++;
                sum += entry.path("amount").asLong();
                assertThat(entry.toString()).doesNotContain("SALE");
            }
            after = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(seen).isEqualTo(27);
        assertThat(sum).isEqualTo(300);
        var year = get(path);
        assertThat(year.path("totals").path("business").asLong()).isEqualTo(300);
        assertThat(year.path("member").path("joinedOn").asString()).isEqualTo("2026-01-05");
        assertThat(year.path("member").path("leftOn").asString()).isEqualTo("2026-11-05");
    }

    private static Event sale(UUID cooperative, UUID sale, long total) {
        return new SaleCompleted(
                cooperative,
                sale,
                cooperative,
                null,
                Rupiah.of(total),
                null,
                Instant.parse("2025-06-01T00:00:00Z"));
    }

    private static void tell(List<Event> events) {
        PHARMACY.send(events.stream().map(JournalTest::record).toList());
    }

    private static ProducerRecord<String, byte[]> record(Event event) {
        var type = EventCodec.type(event);
        return record(
                EventId.of(event.factId(), type),
                type,
                EventCodec.write(event),
                event.key().toString());
    }

    private static ProducerRecord<String, byte[]> poison(String type, String value) {
        return record(UUID.randomUUID(), type, value, "poison");
    }

    private static ProducerRecord<String, byte[]> record(
            UUID id, String type, String value, String key) {
        var record = new ProducerRecord<>(PHARMACY.name(), key, value.getBytes(UTF_8));
        record.headers()
                .add(EventCodec.ID, id.toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, type.getBytes(UTF_8))
                .add(EventCodec.TIME, "2026-01-01T00:00:00Z".getBytes(UTF_8));
        return record;
    }

    private void awaitEntries(UUID cooperative, long count) {
        await().atMost(PATIENCE).until(() -> entries(cooperative) >= count);
    }

    private long entries(UUID cooperative) {
        return Math.max(
                totals(cooperative, 2025).path("totals").path("entries").asLong(),
                totals(cooperative, 2026).path("totals").path("entries").asLong());
    }

    private JsonNode totals(UUID cooperative) {
        return totals(cooperative, 2025);
    }

    private JsonNode totals(UUID cooperative, int year) {
        return get("/cooperatives/%s/years/%d".formatted(cooperative, year));
    }

    private JsonNode get(String path) {
        return JSON.readTree(
                operator.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseBody());
    }
}
