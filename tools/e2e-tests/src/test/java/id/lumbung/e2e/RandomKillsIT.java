package id.lumbung.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackOptions;
import id.lumbung.launcher.stack.StackPart;
import id.lumbung.launcher.stack.UserError;
import id.lumbung.village.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Villages live through their years, one after the other, with members, savings, sales, returns,
 * visits, refunds, and all that a board puts right, while any part is killed at any moment and
 * started again. What was acknowledged is there afterwards, in its service and in the journal, to
 * the rupiah.
 *
 * <p>The seed of the kills is printed; {@code -Dlumbung.kills.seed=…} repeats their order. Their
 * moments depend on the machine, too.
 */
class RandomKillsIT {

    private static final Duration KILLING = Duration.ofMinutes(2);
    private static final int MAX_PAUSE_MILLIS = 4_000;
    private static final int MAX_ABSENCE_MILLIS = 2_000;
    private static final int MIN_KILLS = 3;

    private static final List<StackPart> PARTS = List.of(StackPart.values());

    @TempDir private Path folder;

    /** Villages whose year was sent to its end, by the seeds they are made of. */
    private final AtomicInteger lived = new AtomicInteger();

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whateverIsKilledWhenNothingThatWasAcknowledgedIsLost() throws Exception {
        var seed = Long.getLong("lumbung.kills.seed", System.nanoTime());
        System.out.printf("Kills of seed %d%n", seed);
        try (var stack = new Stack(StackOptions.on(folder), System.out::println).startAll()) {
            var living = CompletableFuture.runAsync(() -> live(stack), Thread::startVirtualThread);
            var killed = kill(stack, new Random(seed), living);
            over.set(true);
            living.get(15, TimeUnit.MINUTES);
            System.out.printf("Killed %s; %d villages lived%n", killed, lived.get());
            assertThat(killed).hasSizeGreaterThanOrEqualTo(MIN_KILLS);
            assertThat(lived.get()).isPositive();
            for (var village = 1; village <= lived.get(); village++) {
                sendOnceMore(stack, village, "village %d, kills of %d".formatted(village, seed));
            }
        }
    }

    private void live(Stack stack) {
        while (!over.get()) {
            try {
                var village = lived.get() + 1;
                var _ = year(stack, village);
                try (var callers = Callers.ofStack(stack.gateway(), stack.data())) {
                    new Corrections(callers, Demo.village(village)).send();
                }
                var _ = lived.incrementAndGet();
            } catch (UserError e) {
                // A login that was cut off half-way; a person would log in again.
                System.out.println(e.getMessage());
            }
        }
    }

    private static void sendOnceMore(Stack stack, int village, String name) {
        try (var callers = Callers.ofStack(stack.gateway(), stack.data())) {
            var corrections = new Corrections(callers, Demo.village(village));
            var before = corrections.recorded();
            corrections.send();
            assertThat(corrections.recorded()).as(name).isEqualTo(before);
        }
        assertThat(year(stack, village))
                .as(name)
                .contains("Nothing was added: everything was there already.")
                .contains("All sums close.");
    }

    /**
     * Sends a village's year, each request until it is acknowledged, and compares.
     *
     * @return what the demo prints
     */
    private static String year(Stack stack, int village) {
        var printed = new ByteArrayOutputStream();
        try (var callers = Callers.ofStack(stack.gateway(), stack.data())) {
            // While there are kills the journal may be late: only the second time counts.
            var _ =
                    new Demo(
                                    callers,
                                    new PrintStream(printed, true, StandardCharsets.UTF_8),
                                    System.out::println)
                            .run(Demo.lastFullYear(), village);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static List<StackPart> kill(
            Stack stack, Random random, CompletableFuture<Void> living) {
        var killed = new ArrayList<StackPart>();
        var end = Instant.now().plus(KILLING);
        while ((Instant.now().isBefore(end) || killed.size() < MIN_KILLS) && !living.isDone()) {
            pause(random.nextInt(MAX_PAUSE_MILLIS));
            var part = PARTS.get(random.nextInt(PARTS.size()));
            stack.kill(part);
            killed.add(part);
            pause(random.nextInt(MAX_ABSENCE_MILLIS));
            stack.start(part);
        }
        return killed;
    }

    private static void pause(int millis) {
        await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
    }
}
