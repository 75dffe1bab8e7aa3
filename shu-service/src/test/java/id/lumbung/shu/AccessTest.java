package id.lumbung.shu;

import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.testkit.AccessTests;
import id.lumbung.backbone.testkit.Http;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.backbone.testkit.Village;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@TestPropertySource(properties = "lumbung.shu.catch-up=100ms")
@ServiceTest
class AccessTest implements AccessTests {

    @Autowired private ApplicationContext context;

    @Override
    public ApplicationContext context() {
        return context;
    }

    @Override
    public Village settle(Http http, Village village) {
        var sale =
                new SaleCompleted(
                        village.cooperative(),
                        UUID.randomUUID(),
                        village.outlet(),
                        village.member(),
                        Rupiah.of(5_000),
                        null,
                        Instant.parse("2026-03-01T03:00:00Z"));
        var record =
                new ProducerRecord<>(
                        "pharmacy",
                        village.member().toString(),
                        EventCodec.write(sale).getBytes(UTF_8));
        record.headers()
                .add(
                        EventCodec.ID,
                        EventId.of(sale.saleId(), "SaleCompleted").toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, "SaleCompleted".getBytes(UTF_8))
                .add(EventCodec.TIME, "2026-03-01T03:00:00Z".getBytes(UTF_8));
        new Topic("pharmacy").send(List.of(record));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> entries(http, village).contains(village.member().toString()));
        return village;
    }

    /** Spring would bind either to the same argument, of which the check has seen another value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cooperativeId[]={other}",
                "cooperativeId={own}&cooperativeId[]={other}",
                "cooperativeId[]={other}&cooperativeId={own}",
                "cooperativeId={own}&cooperativeId={other}"
            })
    void theCooperativeIsNamedOnceAndWithoutBrackets(
            String query, @Autowired RestTestClient anybody) {
        var own = UUID.randomUUID();
        var asked =
                query.replace("{own}", own.toString())
                        .replace("{other}", UUID.randomUUID().toString())
                        .replace("[]", "%5B%5D");
        Tokens.as(SUPERVISOR)
                .in(own)
                .on(anybody)
                .get()
                .uri(URI.create("/audit?" + asked))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static String entries(Http http, Village village) {
        return http.ask(
                        Asked.get("/cooperatives/" + village.cooperative() + "/years/2026/entries"),
                        village.as(OPERATOR).token())
                .body();
    }
}
