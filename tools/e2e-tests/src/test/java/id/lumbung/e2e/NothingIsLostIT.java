package id.lumbung.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
        stack = new Stack(StackOptions.on(data).withoutCaches(), System.out::println).startAll();
    }

    @AfterAll
    void end() {
        stack.close();
    }

    @Test
    void whoeverDiesUnderLoadWhatWasAcknowledgedIsJournalledOnce() {
        var load = new Load(stack, 20_000, stack.gateway());
        var running = CompletableFuture.runAsync(load);
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

    @Test
    void twoInstancesOnOneDatabaseLoseNothingAndCountOnce() {
        var port = Ports.free();
        var second = stack.startSecond(StackPart.PHARMACY, port, Map.of());
        try {
            var load =
                    new Load(
                            stack,
                            4_000,
                            stack.url(StackPart.PHARMACY),
                            "http://127.0.0.1:" + port);
            var running = CompletableFuture.runAsync(load);
            await().atMost(TIMEOUT).until(() -> load.acknowledged() >= 2_000);
            stack.kill(StackPart.PHARMACY);
            stack.start(StackPart.PHARMACY);
            running.join();
            assertAllJournalledOnce(load);
        } finally {
            second.destroyForcibly().onExit().join();
        }
    }

    @Test
    void whatIsToldAgainCountsOnce() {
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
