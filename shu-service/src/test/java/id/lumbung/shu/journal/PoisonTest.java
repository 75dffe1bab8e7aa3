package id.lumbung.shu.journal;

import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.shu.journal.ToldRecords.PHARMACY;
import static id.lumbung.shu.journal.ToldRecords.poison;
import static id.lumbung.shu.journal.ToldRecords.sale;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class PoisonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired private RestTestClient anybody;

    @Test
    void poisonBetweenGoodRecordsStopsNobodyAndIsKeptWithItsBytesAndCause() {
        var letters = new OpenLetters(Tokens.as(OPERATOR).on(anybody));
        var cooperative = UUID.randomUUID();
        var good =
                IntStream.range(0, 20)
                        .<Event>mapToObj(_ -> sale(cooperative, UUID.randomUUID(), 1_000))
                        .toList();
        var records = new ArrayList<>(good.stream().map(ToldRecords::record).toList());
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
        await().atMost(PATIENCE).until(() -> entries(letters, cooperative) >= good.size());
        var causes =
                await().atMost(PATIENCE)
                        .until(() -> letters.causesOf(marker), found -> found.size() == 13);
        assertThat(causes)
                .anyMatch(cause -> cause.contains("not JSON"))
                .anyMatch(cause -> cause.contains("type of 'saleId' is wrong"))
                .anyMatch(cause -> cause.contains("no event of type 'HarvestBought'"))
                .anyMatch(cause -> cause.contains("too large: 20971"))
                .anyMatch(cause -> cause.contains("header is missing"))
                .anyMatch(cause -> cause.contains("no time that can be kept"))
                .anyMatch(cause -> cause.contains("'cost' is negative"));
        assertThat(entries(letters, cooperative)).isEqualTo(good.size());
    }

    private static long entries(OpenLetters asked, UUID cooperative) {
        return asked.get("/cooperatives/%s/years/2025".formatted(cooperative))
                .path("totals")
                .path("entries")
                .asLong();
    }
}
