package id.lumbung.launcher.client;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for control totals: what a service's own database holds, or the journal, day by day. */
public final class ControlTotals {

    public record Outlet(UUID outletId, UUID cooperativeId) {}

    public record Fact(UUID eventId, UUID factId, long amount) {}

    record Republished(long enqueued) {}

    private final Gateway gateway;

    public ControlTotals(Gateway gateway) {
        this.gateway = gateway;
    }

    public List<Outlet> outlets(ControlBook book) {
        return List.of(gateway.get(book.path(), Outlet[].class));
    }

    /**
     * Days with at least one fact, the earliest first; both ends inclusive, and open where null.
     */
    public OutletTotals days(
            ControlBook book, UUID outletId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return gateway.get(
                "%s/%s/days%s".formatted(book.path(), outletId, range(from, to)),
                OutletTotals.class);
    }

    public List<Fact> facts(ControlBook book, UUID outletId, LocalDate day) {
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
            ControlBook book, UUID outletId, @Nullable LocalDate from, @Nullable LocalDate to) {
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
