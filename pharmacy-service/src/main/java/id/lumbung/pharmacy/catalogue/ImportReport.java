package id.lumbung.pharmacy.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file's rows, each of which is counted once.
 *
 * @param rows with anything in them, below the names of the columns
 * @param notes of the rows that were refused, that stood there already, or that should be looked at
 */
record ImportReport(
        boolean dryRun,
        int rows,
        int entered,
        int changed,
        int unchanged,
        int doubles,
        int refused,
        List<RowNote> notes) {

    /** What became of a row. */
    enum Outcome {
        ENTERED,
        CHANGED,
        UNCHANGED,
        /** The same stands in the file already, further up. */
        DOUBLE,
        REFUSED
    }

    /**
     * @param row as a spreadsheet shows it: 2 is the first below the names of the columns
     * @param reason why it was refused
     * @param warnings what should be looked at, though the row was taken
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record RowNote(
            int row,
            @Nullable String code,
            Outcome outcome,
            @Nullable String reason,
            List<String> warnings) {

        private boolean isWorthSaying() {
            return reason != null || outcome == Outcome.DOUBLE || !warnings.isEmpty();
        }
    }

    static ImportReport of(boolean dryRun, List<RowNote> all) {
        return new ImportReport(
                dryRun,
                all.size(),
                count(all, Outcome.ENTERED),
                count(all, Outcome.CHANGED),
                count(all, Outcome.UNCHANGED),
                count(all, Outcome.DOUBLE),
                count(all, Outcome.REFUSED),
                all.stream().filter(RowNote::isWorthSaying).toList());
    }

    private static int count(List<RowNote> all, Outcome outcome) {
        return (int) all.stream().filter(it -> it.outcome() == outcome).count();
    }
}
