package id.lumbung.shu.journal;

import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.shu.journal.ToldRecords.PHARMACY;
import static id.lumbung.shu.journal.ToldRecords.record;
import static id.lumbung.shu.journal.ToldRecords.sale;
import static id.lumbung.shu.journal.ToldRecords.tell;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.LeavingReason;
import id.lumbung.backbone.event.Event.MemberJoined;
import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.event.Event.SaleReturned;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.Event.VisitSettled;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class JournalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired private RestTestClient operator;

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
