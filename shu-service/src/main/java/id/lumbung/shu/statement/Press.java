package id.lumbung.shu.statement;

import id.lumbung.edge.problem.Refusal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** As many prints at a time as the heap has room for; others wait a while. */
final class Press {

    private static final int TIMEOUT_SECONDS = 30;

    private final Semaphore permits;

    /** Held while something is printed. */
    interface Permit extends AutoCloseable {

        @Override
        void close();
    }

    Press(int atATime) {
        this.permits = new Semaphore(atATime, true);
    }

    /**
     * @throws Refusal when other prints took half a minute
     */
    Permit acquire() {
        try {
            if (permits.tryAcquire(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return permits::release;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw StatementRule.PRINTING_BUSY.because(
                "Laporan lain sedang dicetak. Coba lagi satu menit lagi.",
                "Other statements are being printed. Ask again in a minute.");
    }
}
