package id.lumbung.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InFlightTest {

    @Test
    void allAreDoneAndNeverMoreThanAllowedAtOnce() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new AtomicInteger();
        try (var requests = new InFlight(3)) {
            for (var i = 0; i < 200; i++) {
                requests.add(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.yield();
                    done.incrementAndGet();
                    now.decrementAndGet();
                });
            }
            requests.await();
        }

        assertThat(done).hasValue(200);
        assertThat(most).hasValueBetween(1, 3);
    }

    @Test
    void afterAFailureNothingMoreIsBegun() throws InterruptedException {
        var begun = new AtomicInteger();
        var failed = new CountDownLatch(1);
        try (var requests = new InFlight(1)) {
            requests.add(() -> {
                failed.countDown();
                throw new IllegalStateException("no");
            });
            failed.await();

            assertThatThrownBy(() -> requests.add(begun::incrementAndGet))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(requests::await).hasMessage("no");
        }

        assertThat(begun).hasValue(0);
    }
}
