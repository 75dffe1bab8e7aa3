package id.lumbung.backbone.fact;

import id.lumbung.edge.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Lets writers who come at the same time share one write: while a batch is under way the next one
 * gathers. A lone writer waits for nobody.
 *
 * <p>Costs nothing in safety (each waits for the write that carries its item) and saves a round
 * trip and a journal flush per item under load. An error of the write is the error of everyone in
 * that batch.
 */
final class GroupCommit<T, R> {

    private static final int MAX_BATCH = 500;
    private static final int MAX_QUEUE = 5_000;

    private record Waiting<T, R>(T item, CompletableFuture<R> result) {}

    private final BlockingQueue<Waiting<T, R>> queue = new ArrayBlockingQueue<>(MAX_QUEUE);
    private final AtomicBoolean writing = new AtomicBoolean();
    private final Function<List<T>, List<R>> write;

    /**
     * @param write answers for each item in the order given
     */
    GroupCommit(Function<List<T>, List<R>> write) {
        this.write = write;
    }

    /**
     * @throws Refusal when more writers wait than can be served soon
     */
    R submit(T item) {
        var waiting = new Waiting<T, R>(item, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw FactRule.TOO_BUSY.because(
                    "Lebih dari %d catatan sedang mengantre. Tidak ada yang dicatat; kirim ulang yang sama beberapa detik lagi."
                            .formatted(MAX_QUEUE),
                    "More than %d writes are waiting. Nothing was written; send the same again in a few seconds."
                            .formatted(MAX_QUEUE));
        }
        wakeWriter();
        try {
            return waiting.result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void wakeWriter() {
        if (!queue.isEmpty() && writing.compareAndSet(false, true)) {
            var _ = Thread.ofVirtual().name("group-commit").start(this::writeWhileAnyWait);
        }
    }

    private void writeWhileAnyWait() {
        try {
            var batch = new ArrayList<Waiting<T, R>>();
            while (queue.drainTo(batch, MAX_BATCH) > 0) {
                write(batch);
                batch.clear();
            }
        } finally {
            writing.set(false);
            wakeWriter();
        }
    }

    private void write(List<Waiting<T, R>> batch) {
        try {
            var results = write.apply(batch.stream().map(Waiting::item).toList());
            for (var i = 0; i < batch.size(); i++) {
                var _ = batch.get(i).result.complete(results.get(i));
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(waiting -> {
                var _ = waiting.result.completeExceptionally(e);
            });
        }
    }
}
