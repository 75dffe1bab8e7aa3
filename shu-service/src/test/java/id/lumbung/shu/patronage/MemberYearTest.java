package id.lumbung.shu.patronage;

import static id.lumbung.backbone.security.Role.BOARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.CooperativeKind;
import id.lumbung.backbone.event.Event.CooperativeRegistered;
import id.lumbung.backbone.event.Event.LeavingReason;
import id.lumbung.backbone.event.Event.MemberJoined;
import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.event.Event.VisitSettled;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.backbone.testkit.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member's year and its explanation say the same of the same entries. */
@ServiceTest
class MemberYearTest {

    private static final int MEMBERS = 40;
    private static final JsonMapper JSON = new JsonMapper();

    private final UUID cooperative = UUID.randomUUID();
    private final List<UUID> members = Stream.generate(UUID::randomUUID).limit(MEMBERS).toList();
    private final Random random = new Random(25);

    @Autowired private RestTestClient anybody;
    @Autowired private MongoOperations mongo;

    @Test
    void whoJoinsAndLeavesWithinTheYearHasOneFigureOfBusiness() {
        var events = new ArrayList<Event>();
        events.add(new CooperativeRegistered(cooperative, CooperativeKind.VILLAGE, "Asia/Jakarta"));
        members.forEach(member -> events.addAll(life(member)));
        Collections.shuffle(events, random);
        new Topic("pharmacy").send(events.stream().map(MemberYearTest::record).toList());
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        mongo.getCollection("journal")
                                        .countDocuments(new Document("cooperativeId", cooperative))
                                == events.size());

        var differing = 0;
        for (var member : members) {
            var totals = get("/members/%s/years/2025".formatted(member)).path("totals");
            var business =
                    get("/book-years/2025/members/%s/explanation".formatted(member))
                            .path("business");
            assertThat(totals.path("business")).isEqualTo(business.path("inYear"));
            assertThat(totals.path("beforeJoining")).isEqualTo(business.path("beforeJoining"));
            assertThat(totals.path("outsideMembership"))
                    .isEqualTo(business.path("outsideMembership"));
            differing += totals.path("beforeJoining").asLong() > 0 ? 1 : 0;
        }
        assertThat(differing).as("who bought before joining").isGreaterThan(10);
    }

    private List<Event> life(UUID member) {
        var joined = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300));
        var events = new ArrayList<Event>();
        events.add(new MemberJoined(cooperative, member, MemberKind.ORDINARY, joined));
        if (random.nextInt(3) == 0) {
            var left = joined.plusDays(random.nextInt(60));
            events.add(new MemberLeft(cooperative, member, left, LeavingReason.REQUEST));
        }
        for (var i = 0; i < 8; i++) {
            var at =
                    Instant.parse("2025-01-01T00:00:00Z").plusSeconds(random.nextInt(364 * 86_400));
            var amount = Rupiah.of(1 + random.nextInt(1_000_000));
            events.add(
                    i % 4 == 0
                            ? new VisitSettled(
                                    cooperative, UUID.randomUUID(), cooperative, member, amount, at)
                            : new SaleCompleted(
                                    cooperative,
                                    UUID.randomUUID(),
                                    cooperative,
                                    member,
                                    amount,
                                    null,
                                    at));
        }
        return events;
    }

    private static ProducerRecord<String, byte[]> record(Event event) {
        var type = EventCodec.type(event);
        var record =
                new ProducerRecord<>(
                        "pharmacy",
                        event.key().toString(),
                        EventCodec.write(event).getBytes(UTF_8));
        record.headers()
                .add(EventCodec.ID, EventId.of(event.factId(), type).toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, type.getBytes(UTF_8))
                .add(EventCodec.TIME, "2026-01-05T00:00:00Z".getBytes(UTF_8));
        return record;
    }

    private JsonNode get(String path) {
        return JSON.readTree(
                Tokens.as(BOARD)
                        .in(cooperative)
                        .on(anybody)
                        .get()
                        .uri("/cooperatives/" + cooperative + path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseBody());
    }
}
