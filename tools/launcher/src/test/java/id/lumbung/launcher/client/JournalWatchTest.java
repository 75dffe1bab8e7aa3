package id.lumbung.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalWatchTest {

    private static final UUID OUTLET = new UUID(1, 1);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2025, 1, 2);

    @Test
    void itWaitsUntilTheLastFactHasComeAndAsksNoMoreForDaysThatAreComplete() {
        try (var books =
                new FakeBooks()
                        .with(ControlBook.JOURNAL, OUTLET, FIRST, new UUID(3, 1), 10)
                        .with(ControlBook.JOURNAL, OUTLET, SECOND, new UUID(3, 2), 10)) {
            var seen = new ArrayList<Long>();

            var all =
                    new JournalWatch(books.totals(), Duration.ofSeconds(30))
                            .await(
                                    OUTLET,
                                    Map.of(FIRST, 1L, SECOND, 2L),
                                    journalled -> {
                                        seen.add(journalled);
                                        if (seen.size() == 2) {
                                            var _ =
                                                    books.with(
                                                            ControlBook.JOURNAL,
                                                            OUTLET,
                                                            SECOND,
                                                            new UUID(3, 3),
                                                            10);
                                        }
                                    });

            assertThat(all).isTrue();
            assertThat(seen).containsExactly(2L, 2L, 3L);
            assertThat(books.asked().getFirst()).contains("from=2025-01-01&to=2025-01-02");
            assertThat(books.asked().getLast()).contains("from=2025-01-02&to=2025-01-02");
        }
    }

    @Test
    void itGivesUpWhenNothingMoves() {
        try (var books = new FakeBooks()) {
            assertThat(
                            new JournalWatch(books.totals(), Duration.ofMillis(600))
                                    .await(OUTLET, Map.of(FIRST, 1L), _ -> {}))
                    .isFalse();
        }
    }

    @Test
    void whereNothingIsExpectedNothingIsAsked() {
        try (var books = new FakeBooks()) {
            assertThat(
                            new JournalWatch(books.totals(), Duration.ofMillis(600))
                                    .await(OUTLET, Map.of(), _ -> {}))
                    .isTrue();
            assertThat(books.asked()).isEmpty();
        }
    }
}
