package id.lumbung.launcher.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for control totals: what a service's own database holds, or the journal, day by day. */
public final class ControlTotals {

    /** Where facts stand: in the database of the service that took them, or in the journal. */
    public enum Book {
        MEMBERSHIP,
        PHARMACY,
        CLINIC,
        JOURNAL;

        /** Those whose facts the journal should hold. */
        public static final List<Book> OWN = List.of(MEMBERSHIP, PHARMACY, CLINIC);

        public static final List<Book> ALL = List.of(values());

        /** As it is called for people. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String path() {
            return "/api/%s/reconciliation/outlets".formatted(this == JOURNAL ? "shu" : label());
        }
    }

    public record Outlet(UUID outletId, UUID cooperativeId) {}

    /**
     * @param sum rupiah
     * @param digest of ids and amounts: 32 hexadecimal digits, which add up modulo 2^128
     */
    public record Day(LocalDate day, long count, long sum, String digest) {}

    /**
     * @param pending facts that the service has stored and not yet published
     */
    public record Totals(UUID outletId, long pending, List<Day> days) {}

    public record Fact(UUID eventId, UUID factId, long amount) {}

    record Republished(long enqueued) {}

    private final Gateway gateway;

    public ControlTotals(Gateway gateway) {
        this.gateway = gateway;
    }

    public List<Outlet> outlets(Book book) {
        return List.of(gateway.get(book.path(), Outlet[].class));
    }

    /**
     * Days with at least one fact, the earliest first; both ends inclusive, and open where null.
     */
    public Totals days(Book book, UUID outletId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return gateway.get(
                "%s/%s/days%s".formatted(book.path(), outletId, range(from, to)), Totals.class);
    }

    public List<Fact> facts(Book book, UUID outletId, LocalDate day) {
        return List.of(
                gateway.get(
                        "%s/%s/days/%s/facts".formatted(book.path(), outletId, day), Fact[].class));
    }

    /**
     * Has a service publish its facts once more, under the ids they had.
     *
     * @return how many will be published
     */
    public long republish(
            Book book, UUID outletId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return gateway.post(
                        "%s/%s/republish%s".formatted(book.path(), outletId, range(from, to)),
                        Republished.class)
                .enqueued();
    }

    private static String range(@Nullable LocalDate from, @Nullable LocalDate to) {
        var query =
                Stream.of(from == null ? "" : "from=" + from, to == null ? "" : "to=" + to)
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
