package id.lumbung.shu.reconciliation;

import id.lumbung.shu.journal.OutletEntries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Outlets that were open and from which nothing came in the last month before a time: most likely
 * closed, but where there is no signal it is the commonest way for facts to be missing. The board
 * confirms that there is nothing more to come.
 */
@Component
final class SilentOutlets {

    private static final Duration SILENT_FOR = Duration.ofDays(30);

    private final OutletEntries journal;

    SilentOutlets(OutletEntries journal) {
        this.journal = journal;
    }

    Gate gate(UUID cooperativeId, Instant until, Set<UUID> confirmed) {
        var silent =
                journal.outletsOpened(cooperativeId, until).stream()
                        .filter(it -> !journal.isHeardOf(it, until.minus(SILENT_FOR), until))
                        .sorted()
                        .toList();
        var open = silent.stream().filter(it -> !confirmed.contains(it)).toList();
        return new Gate(
                Gate.Name.SILENT_OUTLETS,
                open.isEmpty(),
                open.size(),
                detail(silent, open),
                List.of());
    }

    private static String detail(List<UUID> silent, List<UUID> open) {
        if (silent.isEmpty()) {
            return "Every outlet that was open was heard of in the year's last 30 days.";
        }
        if (open.isEmpty()) {
            return "The board confirmed that nothing more comes from: " + names(silent) + ".";
        }
        return "Nothing came in the year's last 30 days from: %s. Look whether a phone there still holds facts; then confirm them with the closing: {\"silentOutlets\": [...]}."
                .formatted(names(open));
    }

    private static String names(List<UUID> outlets) {
        return outlets.stream().map(UUID::toString).collect(Collectors.joining(", "));
    }
}
