package id.lumbung.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.launcher.stack.Ending;
import id.lumbung.launcher.stack.Ports;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackOptions;
import id.lumbung.launcher.stack.StackPart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The seven processes under load, and what happens when they die: everything that was acknowledged
 * is in the journal, once, to the rupiah. Tests share the processes and use an outlet each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingIsLostIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private Stack stack;

    @BeforeAll
    void start(@TempDir Path data) {
        System.out.printf(
                "End to end on MongoDB: %s; Kafka: %s%n",
                System.getenv()
                        .getOrDefault("MONGODB_URI", "embedded, on disk, a process of its own"),
                System.getenv()
                        .getOrDefault(
                                "KAFKA_BOOTSTRAP_SERVERS",
                                "the real broker, a process of its own"));
        stack =
                new Stack(
                                StackOptions.on(data).with("LUMBUNG_OPEN_METRICS", "true"),
                                System.out::println)
                        .startAll();
    }

    @AfterAll
    void end() {
        stack.close();
    }

    @Test
    void whoeverDiesUnderLoadWhatWasAcknowledgedIsJournalledOnce() {
        var load = new Load(stack, 20_000, stack.gateway());
        var running = CompletableFuture.runAsync(load, Thread::startVirtualThread);
        var victims =
                List.of(
                        StackPart.PHARMACY,
                        StackPart.SHU,
                        StackPart.GATEWAY,
                        StackPart.KAFKA,
                        StackPart.MONGODB);
        for (var i = 0; i < victims.size(); i++) {
            var threshold = (i + 1) * 3_000;
            await().atMost(TIMEOUT).until(() -> load.acknowledged() >= threshold);
            stack.kill(victims.get(i));
            stack.start(victims.get(i));
        }
        running.join();
        assertThat(load.acknowledged()).isEqualTo(20_000);
        assertAllJournalledOnce(load);
    }

    @Test
    void whileTheBrokerIsAwaySalesGoOnAndNothingBecomesADeadLetter() {
        stack.kill(StackPart.KAFKA);
        var load = new Load(stack, 3_000, stack.gateway());
        load.run();
        assertThat(load.acknowledged()).isEqualTo(3_000);
        assertThat(load.journalled().count()).isZero();
        stack.start(StackPart.KAFKA);
        assertAllJournalledOnce(load);
        assertThat(load.deadLetters()).isZero();
    }

    /** Pharmacies by their addresses, journals by the partitions that the broker gives each. */
    @Test
    void twoInstancesOfEachShareTheLoadAndOneOfEachMayDie() {
        var pharmacyPort = Ports.free();
        var journalPort = Ports.free();
        var pharmacy = stack.startSecond(StackPart.PHARMACY, pharmacyPort, Map.of());
        var journal = stack.startSecond(StackPart.SHU, journalPort, Map.of());
        try {
            var secondPharmacy = "http://127.0.0.1:" + pharmacyPort;
            awaitBothJournals("http://127.0.0.1:" + journalPort);
            var load = new Load(stack, 4_000, stack.url(StackPart.PHARMACY), secondPharmacy);
            var running = CompletableFuture.runAsync(load, Thread::startVirtualThread);
            await().atMost(TIMEOUT).until(() -> load.acknowledged() >= 1_000);
            Ending.kill(journal.toHandle());
            stack.kill(StackPart.PHARMACY);
            stack.start(StackPart.PHARMACY);
            running.join();
            assertAllJournalledOnce(load);
        } finally {
            Ending.kill(pharmacy.toHandle());
            Ending.kill(journal.toHandle());
        }
    }

    /** Small loads, until the broker has given partitions to either. */
    private void awaitBothJournals(String second) {
        var first = stack.url(StackPart.SHU);
        var before = new Load(stack, 0, stack.gateway()).journalledBy(first);
        await("both journals to take a part")
                .atMost(TIMEOUT)
                .until(() -> {
                    var load = new Load(stack, 100, stack.gateway());
                    load.run();
                    assertAllJournalledOnce(load);
                    return load.journalledBy(second) > 0 && load.journalledBy(first) > before;
                });
    }

    @Test
    void whatIsPublishedAgainCountsOnce() {
        var load = new Load(stack, 1_000, stack.gateway());
        load.run();
        assertAllJournalledOnce(load);
        assertThat(load.republish()).isEqualTo(1_000);
        await().atMost(TIMEOUT).until(() -> load.own().pending() == 0);
        assertAllJournalledOnce(load);
    }

    private static void assertAllJournalledOnce(Load load) {
        await("the journal to hold %d sales".formatted(load.acknowledged()))
                .atMost(TIMEOUT)
                .until(() -> load.journalled().count() >= load.acknowledged());
        assertThat(load.journalled().count()).isEqualTo(load.acknowledged());
        assertThat(load.journalled().sum()).isEqualTo(load.rupiah());
        assertThat(load.journalled().digest()).isEqualTo(load.own().digest());
    }
}
