package id.lumbung.shu.reconciliation;

import static id.lumbung.shu.reconciliation.Books.TIMEOUT;
import static id.lumbung.shu.reconciliation.Books.gate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.reconciliation.CooperativeFacts.State;
import id.lumbung.backbone.testkit.Backends;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.shu.closing.FakeServices;
import id.lumbung.shu.reconciliation.Gate.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.context.TestPropertySource;

/**
 * A village's server was off for longer than the broker keeps offsets (seven days by default), or
 * records. As after their expiry, the group is gone, and the beginning of the topic, too.
 */
@ServiceTest
@Import({FakeServices.class, Books.class})
@TestPropertySource(properties = "lumbung.shu.catch-up=40s")
class LostOffsetsTest {

    private static final String GROUP = "shu";

    private final Admin admin = Admin.create(Map.of("bootstrap.servers", Backends.kafka()));

    @Autowired private Books books;
    @Autowired private ConsumerLag lag;
    @Autowired private KafkaListenerEndpointRegistry listeners;

    private ReconciledVillage village;

    @BeforeEach
    void switchOff() {
        village = books.openVillage();
        books.awaitEntries(village, 0);
        listeners.getListenerContainer(GROUP).stop();
    }

    @AfterEach
    void leave() {
        listeners.getListenerContainer(GROUP).start();
        admin.close();
    }

    private List<SaleCompleted> sell(int count) {
        var sales =
                IntStream.range(0, count)
                        .mapToObj(i -> Instant.parse("2025-05-04T02:00:00Z").plusSeconds(i))
                        .map(at -> village.sale(village.pharmacy, at, 5_000))
                        .toList();
        sales.forEach(sale -> village.held(sale, State.PUBLISHED));
        ReconciledVillage.publish(sales);
        return sales;
    }

    private void forgetOffsets() {
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> {
                    var _ = admin.deleteConsumerGroups(List.of(GROUP)).all().get();
                    return true;
                });
    }

    private void forgetRecords() throws Exception {
        var partitions =
                admin.describeTopics(List.of("pharmacy")).allTopicNames().get().get("pharmacy");
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        partitions
                .partitions()
                .forEach(it ->
                        latest.put(
                                new TopicPartition("pharmacy", it.partition()),
                                OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, RecordsToDelete>();
        admin.listOffsets(latest)
                .all()
                .get()
                .forEach((partition, end) ->
                        ends.put(partition, RecordsToDelete.beforeOffset(end.offset())));
        admin.deleteRecords(ends).all().get();
    }

    @Test
    void whereOffsetsAreGoneAllIsReadAgainAndCountsOnce() throws Exception {
        var _ = sell(100);
        forgetOffsets();
        assertThat(lag.await(GROUP, List.of("pharmacy"), Duration.ZERO))
                .as("counted from the beginning of the log")
                .isGreaterThanOrEqualTo(105);

        listeners.getListenerContainer(GROUP).start();

        books.awaitEntries(village, 100);
        await().atMost(TIMEOUT).until(() -> books.check(village).holds());
        assertThat(books.entries(village)).isEqualTo(ReconciledVillage.AT_FIRST + 100);
    }

    @Test
    void whereRecordsAreGoneTooTheMissingAreNamedAndComeBackByRepublishing() throws Exception {
        var lost = sell(40);
        forgetRecords();
        forgetOffsets();
        var _ = sell(60);
        listeners.getListenerContainer(GROUP).start();
        books.awaitEntries(village, 60);

        var gate = gate(books.check(village), Name.CONTROL_TOTALS);
        assertThat(gate.holds()).isFalse();
        assertThat(gate.differences())
                .singleElement()
                .satisfies(day ->
                        assertThat(day.missing().first())
                                .containsExactlyInAnyOrderElementsOf(
                                        lost.stream().<UUID>map(SaleCompleted::saleId).toList()));

        ReconciledVillage.publish(lost);
        await().atMost(TIMEOUT).until(() -> books.check(village).holds());
        assertThat(books.entries(village)).isEqualTo(ReconciledVillage.AT_FIRST + 100);
    }
}
