package id.lumbung.backbone.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** However many callers come with large bodies, only so many bytes are worked on at a time. */
class BodyLimitFilterTest {

    private static final int LARGE = 100_000;

    @Test
    void largeBodiesWaitOrAreSentAwayAndSmallOnesPass() throws Exception {
        var filter = new BodyLimitFilter(LARGE, 2 * LARGE, Duration.ofMillis(100));
        var inside = new AtomicInteger();
        var end = new CountDownLatch(1);
        FilterChain working =
                (_, _) -> {
                    inside.incrementAndGet();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                };
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> send(filter, LARGE, working), callers);
            var second = CompletableFuture.supplyAsync(() -> send(filter, LARGE, working), callers);
            await().until(() -> inside.get() == 2);

            var third = sendAndRelease(filter, inside, end);
            assertThat(third.getStatus()).isEqualTo(503);
            assertThat(third.getHeader("Retry-After")).isEqualTo("2");
            assertThat(third.getContentAsString()).contains("urn:lumbung:busy", "nothing was");
            assertThat(inside).hasValue(3);
            assertThat(first.join().getStatus()).isEqualTo(200);
            assertThat(second.join().getStatus()).isEqualTo(200);
        }
        assertThat(send(filter, LARGE, working).getStatus()).isEqualTo(200);
        assertThat(inside).hasValue(4);
    }

    /** A large and a small one while two are worked on, which end whatever comes of it. */
    private static MockHttpServletResponse sendAndRelease(
            BodyLimitFilter filter, AtomicInteger inside, CountDownLatch end) {
        FilterChain passing = (_, _) -> inside.incrementAndGet();
        try {
            var large = send(filter, LARGE, passing);
            assertThat(send(filter, 1_000, passing).getStatus()).isEqualTo(200);
            return large;
        } finally {
            end.countDown();
        }
    }

    private static MockHttpServletResponse send(
            BodyLimitFilter filter, int bytes, FilterChain chain) {
        var request = new MockHttpServletRequest("POST", "/sales/batch");
        request.setContent(new byte[bytes]);
        var response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, chain);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return response;
    }
}
