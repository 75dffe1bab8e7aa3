package id.lumbung.embeddedmongodb;

import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The answers to writes that are not safe yet. Those of one network thread wait until it has done
 * what the other clients sent meanwhile, so that all of them are made safe by one write to the log,
 * and no thread waits for another.
 */
final class UnsafeAnswers {

    /** The answers of one network thread that wait for {@link Durability#makeSafe}. */
    private static final FastThreadLocal<List<Answer>> WAITING =
            new FastThreadLocal<>() {
                @Override
                protected List<Answer> initialValue() {
                    return new ArrayList<>();
                }
            };

    private final Durability durability;
    private final Executor slow;

    UnsafeAnswers(Durability durability, Executor slow) {
        this.durability = durability;
        this.slow = slow;
    }

    /** To be called by the network's thread. */
    void add(Answer answer) {
        List<Answer> waiting = WAITING.get();
        if (waiting.isEmpty()) {
            answer.client().executor().execute(this::answerAll);
        }
        var _ = waiting.add(answer);
    }

    /** Runs in the network's thread, behind everything that had come in. */
    private void answerAll() {
        List<Answer> all = List.copyOf(WAITING.get());
        WAITING.get().clear();
        if (durability.isStructureUnsafe()) {
            slow.execute(() -> makeSafe(all));
        } else {
            makeSafe(all);
        }
    }

    void makeSafe(List<Answer> all) {
        try {
            durability.makeSafe();
            all.forEach(Answer::send);
        } catch (RuntimeException neverSafe) {
            all.forEach(Answer::withhold);
        }
    }
}
