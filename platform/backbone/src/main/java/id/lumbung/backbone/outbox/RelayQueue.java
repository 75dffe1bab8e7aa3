package id.lumbung.backbone.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Documents on their way through the relay: they wait, are in flight to the broker, or are being
 * cleared. Each is here once, and of each kind only so many, so memory stays bounded.
 */
final class RelayQueue {

    private final BlockingQueue<PendingDocument> waiting;
    private final BlockingQueue<PendingDocument> finished;
    private final Semaphore inFlight;
    private final Set<PendingDocument.Key> taken = ConcurrentHashMap.newKeySet();

    RelayQueue(OutboxSettings settings) {
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
        this.finished = new ArrayBlockingQueue<>(settings.inFlight());
        this.inFlight = new Semaphore(settings.inFlight());
    }

    /** Takes a document that is not here yet, if there is room. */
    void offer(PendingDocument document) {
        if (taken.add(document.key()) && !waiting.offer(document)) {
            var _ = taken.remove(document.key());
        }
    }

    /** Takes a document that is not here yet, as soon as there is room. */
    void put(PendingDocument document) throws InterruptedException {
        if (taken.add(document.key())) {
            waiting.put(document);
        }
    }

    /** The next document to be sent, as soon as fewer are in flight than may be. */
    PendingDocument next() throws InterruptedException {
        var document = waiting.take();
        inFlight.acquire();
        return document;
    }

    void finish(PendingDocument document) {
        if (!finished.offer(document)) {
            throw new IllegalStateException("More documents finished than were in flight");
        }
    }

    /**
     * As soon as one document is finished, that and what else finishes within a time.
     *
     * @param max how many at most
     */
    List<PendingDocument> finished(int max, long gatheringMillis) throws InterruptedException {
        var batch = new ArrayList<PendingDocument>(max);
        batch.add(finished.take());
        Thread.sleep(gatheringMillis);
        var _ = finished.drainTo(batch, max - 1);
        return batch;
    }

    /** Lets go of a document that was in flight: it is cleared, or left to the sweep. */
    void release(PendingDocument document) {
        inFlight.release();
        var _ = taken.remove(document.key());
    }

    /**
     * How many more documents can be published without waiting; none while the broker is away and
     * what is in flight fills up.
     */
    int room() {
        return Math.min(waiting.remainingCapacity(), inFlight.availablePermits());
    }

    int size() {
        return taken.size();
    }
}
