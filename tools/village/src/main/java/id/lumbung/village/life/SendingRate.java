package id.lumbung.village.life;

import java.util.concurrent.TimeUnit;

/** Keeps a sender to so many sales a second. */
final class SendingRate {

    private final double perSecond;
    private long next = System.nanoTime();

    /**
     * @param perSecond unlimited where 0
     */
    SendingRate(double perSecond) {
        this.perSecond = perSecond;
    }

    /** How many sales to send at once: those of a second at the most. */
    int batchSize() {
        return perSecond > 0
                ? (int) Math.clamp(Math.round(perSecond), 1, SaleUpload.MAX_SALES)
                : SaleUpload.MAX_SALES;
    }

    /** Returns when so many may be sent. */
    void await(int sales) {
        if (perSecond > 0) {
            var now = System.nanoTime();
            try {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - now));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            next = Math.max(now, next) + (long) (sales / perSecond * 1e9);
        }
    }
}
