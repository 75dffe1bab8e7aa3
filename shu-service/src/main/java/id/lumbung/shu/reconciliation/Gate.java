package id.lumbung.shu.reconciliation;

import java.util.List;

/**
 * One thing that must be so before the books are closed.
 *
 * @param figure how many stand in the way, as far as is known; zero where it holds
 * @param detail a sentence for those who wait at the gate
 * @param differences no more than 1,000, the rest is counted in the detail
 */
public record Gate(
        Name name, boolean holds, long figure, String detail, List<Difference> differences) {

    public enum Name {
        /** The cooperative's registration is journalled; else its zone is not known. */
        REGISTERED,
        /** The journal has consumed all that was on the topics when it was asked. */
        CONSUMER_LAG,
        /** No service holds a fact that it has not published yet. */
        PENDING,
        /** No service holds a fact whose outbox message the broker will never take as it is. */
        BLOCKED,
        /**
         * No record lies aside, here or at another service, that names this cooperative. One that
         * names none shuts no gate: whether it is ours, the control totals show.
         */
        DEAD_LETTERS,
        /** Each outlet's day is the same in its service's database and in the journal. */
        CONTROL_TOTALS,
        /** Outlets of which nothing was heard at the end are confirmed by the board. */
        SILENT_OUTLETS
    }

    static Gate of(Name name, long figure, String detail) {
        return new Gate(name, figure == 0, figure, detail, List.of());
    }
}
