package id.lumbung.clinic.visit;

import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.OUTLET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.backbone.testkit.Topic;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class VisitTest {

    private static final Topic CLINIC = new Topic("clinic");
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern VALUE = Pattern.compile(":\"?([^,\"{}]+(?::[^,\"{}]+)*)\"?[,}]");

    private final UUID cooperative = UUID.randomUUID();
    private final UUID outlet = UUID.randomUUID();
    private final UUID member = UUID.randomUUID();

    @Autowired private RestTestClient http;

    @BeforeEach
    void logIn() {
        http = Tokens.as(OUTLET).in(cooperative).at(outlet).on(http);
    }

    /** What was answered. */
    private record Answer(int status, String contentType, String body) {

        @CanIgnoreReturnValue
        Answer ok() {
            assertThat(status).as(body).isEqualTo(200);
            return this;
        }

        @CanIgnoreReturnValue
        Answer refused(int status, String rule) {
            assertThat(this.status).as(body).isEqualTo(status);
            assertThat(contentType).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            assertThat(body)
                    .contains("\"type\":\"urn:lumbung:" + rule + "\"")
                    .doesNotContain("Exception", "id.lumbung", "java.");
            return this;
        }
    }

    @Test
    void aVisitIsRegisteredSettledAndPartlyPaidBack() {
        var visit = UUID.randomUUID();
        var refund = UUID.randomUUID();
        for (var _ : new int[2]) {
            register(visit, "GENERAL").ok();
            settle(visit, 5_000).ok();
            refund(refund, visit, 2_000).ok();
        }
        var published = CLINIC.await(2, record -> mentions(record.value(), visit));
        assertThat(published)
                .extracting(
                        record -> Topic.header(record, EventCodec.ID),
                        record -> Topic.header(record, EventCodec.TYPE),
                        record -> record.key())
                .containsExactlyInAnyOrder(
                        tuple(
                                EventId.of(visit, "VisitSettled").toString(),
                                "VisitSettled",
                                member.toString()),
                        tuple(
                                EventId.of(refund, "VisitRefunded").toString(),
                                "VisitRefunded",
                                member.toString()));
        assertThat(published)
                .extracting(record -> new String(record.value(), UTF_8))
                .noneMatch(value -> value.contains("GENERAL") || value.contains("payer"));
        assertThat(getAsOperator("/reconciliation/outlets/" + outlet + "/days").body())
                .contains("\"day\":\"2026-03-02\",\"count\":2,\"sum\":3000");
    }

    @Test
    void aVisitTellsNobodyOfItself() {
        var visit = UUID.randomUUID();
        var settled = UUID.randomUUID();
        register(visit, "GENERAL").ok();
        register(settled, "GENERAL").ok();
        settle(settled, 5_000).ok();
        var _ = CLINIC.await(1, record -> mentions(record.value(), settled));
        assertThat(CLINIC.all()).noneMatch(record -> mentions(record.value(), visit));
        assertThat(get("/visits/" + visit).ok().body()).contains("GENERAL");
    }

    /** Whatever a visit comes to hold: on the topic stand ids, rupiah and times, and no words. */
    @Test
    void nothingButIdsRupiahAndTimesLeavesTheClinic() {
        var visit = UUID.randomUUID();
        register(visit, "GENERAL").ok();
        var refusal =
                put(
                                "/visits/" + UUID.randomUUID(),
                                """
                                {"cooperativeId": "%s", "outletId": "%s", "payer": "PBI",
                                 "arrivedAt": "2026-03-02T01:00:00Z", "patient": "Siti Wulandari",
                                 "diagnosis": "A15.0 tuberkulosis", "medicine": "rifampisin"}\
                                """
                                        .formatted(cooperative, outlet))
                        .refused(400, "unreadable");
        assertThat(refusal.body()).doesNotContain("Siti", "A15", "rifampisin");
        settle(visit, 5_000).ok();
        refund(UUID.randomUUID(), visit, 2_000).ok();
        var published = CLINIC.await(2, record -> mentions(record.value(), visit));
        assertThat(published).isNotEmpty();
        for (var record : published) {
            assertThat(record.key()).matches(ID);
            var values = VALUE.matcher(new String(record.value(), UTF_8)).results().toList();
            assertThat(values).hasSizeGreaterThanOrEqualTo(6);
            assertThat(values)
                    .allSatisfy(value ->
                            assertThat(value.group(1)).matches(ID + "|[0-9]+|[0-9T:.-]{19,29}Z"));
            record.headers()
                    .forEach(header ->
                            assertThat(new String(header.value(), UTF_8))
                                    .matches(
                                            ID
                                                    + "|VisitSettled|VisitRefunded|/clinic|1\\.0"
                                                    + "|application/json|[0-9T:.-]{19,29}Z"
                                                    + "|00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
        }
    }

    @Test
    void whoReadsAVisitIsKnown() {
        var visit = UUID.randomUUID();
        register(visit, "GENERAL").ok();
        settle(visit, 5_000).ok();
        get("/visits/" + UUID.randomUUID()).refused(404, "no-such-visit");
        assertThat(getAsOperator("/audit?cooperativeId=" + cooperative).ok().body())
                .contains("\"items\":[]");
        get("/visits/" + visit).ok();
        assertThat(getAsOperator("/audit?cooperativeId=" + cooperative).ok().body())
                .contains("\"number\":1", "VISIT_READ", visit.toString())
                .doesNotContain("\"number\":2");
    }

    @Test
    void whatIsSentAgainAnswersTheSameAndOtherwiseIsRefused() {
        var visit = UUID.randomUUID();
        var refund = UUID.randomUUID();
        var registered = register(visit, "GENERAL").ok();
        assertThat(register(visit, "GENERAL")).isEqualTo(registered);
        register(visit, "JKN").refused(409, "id-reused");
        var settled = settle(visit, 5_000).ok();
        assertThat(settle(visit, 5_000)).isEqualTo(settled);
        settle(visit, 6_000).refused(409, "id-reused");
        var refunded = refund(refund, visit, 5_000).ok();
        assertThat(refund(refund, visit, 5_000)).isEqualTo(refunded);
        refund(refund, visit, 4_000).refused(409, "id-reused");
    }

    @ParameterizedTest
    @CsvSource({
        "GENERAL, 0, fee-missing",
        "GENERAL, 5000,",
        "PBI, 0,",
        "PBI, 1, patient-pays-nothing",
        "PROGRAM, 0,",
        "PROGRAM, 5000, patient-pays-nothing",
        "JKN, 0,",
        "JKN, 5000,"
    })
    void whatIsPaidFitsWhoPays(String payer, long paid, String rule) {
        var visit = UUID.randomUUID();
        register(visit, payer).ok();
        var answer = settle(visit, paid);
        if (rule == null) {
            answer.ok();
        } else {
            answer.refused(422, rule);
        }
    }

    @Test
    void manyRefundsAtOnceNeverPayBackMoreThanWasPaid() throws Exception {
        var visit = UUID.randomUUID();
        register(visit, "GENERAL").ok();
        settle(visit, 10_000).ok();
        var asked = new ArrayList<Future<Answer>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 25)
                    .forEach(_ ->
                            asked.add(
                                    callers.submit(() -> refund(UUID.randomUUID(), visit, 2_000))));
        }
        var paidBack = 0;
        for (var answer : asked) {
            if (answer.get().status() == 200) {
                paidBack++;
            } else {
                answer.get().refused(409, "too-much-refunded");
            }
        }
        assertThat(paidBack).isEqualTo(5);
        assertThat(getAsOperator("/reconciliation/outlets/" + outlet + "/days").body())
                .contains("\"count\":6,\"sum\":0");
    }

    /** Five thousand paid, two and three paid back: the day's net is what was kept. */
    @Test
    void refundsTakeAwayFromTheirVisitAndNoMoreThanWasPaid() {
        var visit = UUID.randomUUID();
        var other = UUID.randomUUID();
        var first = UUID.randomUUID();
        register(visit, "GENERAL").ok();
        register(other, "GENERAL").ok();
        settle(visit, 5_000).ok();
        settle(other, 5_000).ok();
        refund(first, visit, 2_000).ok();
        refund(first, visit, 2_000).ok();
        refund(UUID.randomUUID(), visit, 3_000).ok();
        refund(UUID.randomUUID(), visit, 1).refused(409, "too-much-refunded");
        assertThat(getAsOperator("/reconciliation/outlets/" + outlet + "/days").body())
                .contains("\"day\":\"2026-03-02\",\"count\":4,\"sum\":5000");
    }

    @Test
    void aRefundBeforeItsSettlementIsRefusedUnlessTwoClocksMayBeApartByIt() {
        var visit = UUID.randomUUID();
        register(visit, "GENERAL").ok();
        settle(visit, 5_000).ok();
        refund(UUID.randomUUID(), visit, 1_000, "2026-03-01T23:00:00Z")
                .refused(422, "before-its-settlement");
        refund(UUID.randomUUID(), visit, 1_000, "2026-03-02T01:49:59Z")
                .refused(422, "before-its-settlement");
        refund(UUID.randomUUID(), visit, 1_000, "2026-03-02T01:50:00Z").ok();
    }

    private Answer refund(UUID refund, UUID visit, long amount, String at) {
        return put(
                "/refunds/" + refund,
                "{\"visitId\": \"%s\", \"amount\": %d, \"at\": \"%s\"}"
                        .formatted(visit, amount, at));
    }

    @Test
    void whatIsNotKnownOrNotPaidCannotBeSettledOrPaidBack() {
        var visit = UUID.randomUUID();
        settle(visit, 5_000).refused(404, "no-such-visit");
        refund(UUID.randomUUID(), visit, 5_000).refused(404, "no-such-visit");
        get("/visits/" + visit).refused(404, "no-such-visit");
        register(visit, "GENERAL").ok();
        refund(UUID.randomUUID(), visit, 5_000).refused(409, "not-settled");
        settle(visit, -1).refused(400, "invalid");
        settle(visit, 5_000).ok();
        refund(UUID.randomUUID(), visit, 0).refused(400, "invalid");
        put("/visits/" + visit + "/settlement", "{\"at\": \"2026-03-02T02:00:00Z\"}")
                .refused(400, "invalid");
        register(UUID.randomUUID(), "RICH_UNCLE").refused(400, "unreadable");
    }

    private Answer register(UUID visit, String payer) {
        return put(
                "/visits/" + visit,
                """
                {"cooperativeId": "%s", "outletId": "%s", "memberId": "%s", "payer": "%s",
                 "arrivedAt": "2026-03-02T01:00:00.123456Z"}\
                """
                        .formatted(cooperative, outlet, member, payer));
    }

    private Answer settle(UUID visit, long paid) {
        return put(
                "/visits/" + visit + "/settlement",
                """
                {"paid": %d, "at": "2026-03-02T02:00:00Z"}\
                """
                        .formatted(paid));
    }

    private Answer refund(UUID refund, UUID visit, long amount) {
        return put(
                "/refunds/" + refund,
                """
                {"visitId": "%s", "amount": %d, "at": "2026-03-02T03:00:00Z"}\
                """
                        .formatted(visit, amount));
    }

    private Answer put(String path, String body) {
        return answer(
                http.put().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).exchange());
    }

    private Answer get(String path) {
        return answer(http.get().uri(path).exchange());
    }

    private Answer getAsOperator(String path) {
        return answer(Tokens.as(OPERATOR).on(http).get().uri(path).exchange());
    }

    private static Answer answer(ResponseSpec response) {
        var result = response.expectBody().returnResult();
        var body = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                String.valueOf(result.getResponseHeaders().getContentType()),
                body == null ? "" : new String(body, UTF_8));
    }

    private static boolean mentions(byte[] value, UUID id) {
        return new String(value, UTF_8).contains(id.toString());
    }
}
