package id.lumbung.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.launcher.stack.Part;
import id.lumbung.launcher.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    private static final Duration PATIENCE = Duration.ofMinutes(3);

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
        stack = new Stack(Stack.Options.on(data).withoutCaches(), System.out::println).startAll();
    }

    @AfterAll
    void end() {
        stack.close();
    }

    @Test
    void whoeverDiesUnderLoadWhatWasAcknowledgedIsJournalledOnce() {
        var load = new Load(stack, 20_000, stack.gateway());
        var running = CompletableFuture.runAsync(load);
        var victims = List.of(Part.PHARMACY, Part.SHU, Part.GATEWAY, Part.KAFKA, Part.MONGODB);
        for (var i = 0; i < victims.size(); i++) {
            var threshold = (i + 1) * 3_000;
            await().atMost(PATIENCE).until(() -> load.acknowledged() >= threshold);
            stack.kill(victims.get(i));
            stack.start(victims.get(i));
        }
        running.join();
        assertThat(load.acknowledged()).isEqualTo(20_000);
        assertAllJournalledOnce(load);
    }

    @Test
    void whileTheBrokerIsAwaySalesGoOnAndNothingBecomesADeadLetter() {
        stack.kill(Part.KAFKA);
        var load = new Load(stack, 3_000, stack.gateway());
        load.run();
        assertThat(load.acknowledged()).isEqualTo(3_000);
        assertThat(load.journalled().count()).isZero();
        stack.start(Part.KAFKA);
        assertAllJournalledOnce(load);
        assertThat(load.deadLetters()).isZero();
    }

    @Test
    void twoInstancesOnOneDatabaseLoseNothingAndCountOnce() {
        var port = Stack.freePort();
        var second = stack.startSecond(Part.PHARMACY, port);
        try {
            var load = new Load(stack, 4_000, stack.url(Part.PHARMACY), "http://127.0.0.1:" + port);
            var running = CompletableFuture.runAsync(load);
            await().atMost(PATIENCE).until(() -> load.acknowledged() >= 2_000);
            stack.kill(Part.PHARMACY);
            stack.start(Part.PHARMACY);
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
        await().atMost(PATIENCE).until(() -> load.own().pending() == 0);
        assertAllJournalledOnce(load);
    }

    private static void assertAllJournalledOnce(Load load) {
        await("the journal to hold %d sales".formatted(load.acknowledged()))
                .atMost(PATIENCE)
                .until(() -> load.journalled().count() >= load.acknowledged());
        assertThat(load.journalled().count()).isEqualTo(load.acknowledged());
        assertThat(load.journalled().sum()).isEqualTo(load.rupiah());
        assertThat(load.journalled().digest()).isEqualTo(load.own().digest());
    }
}
