package id.lumbung.local.mongo;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One commit for all who wait for one: whoever comes while a commit is under way shares the next.
 */
final class SharedCommit {

    private final Runnable commit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition done = lock.newCondition();
    private long asked;
    private long committed;
    private boolean committing;

    SharedCommit(Runnable commit) {
        this.commit = commit;
    }

    /** Returns when a commit that began after this call has ended. */
    void await() {
        lock.lock();
        try {
            var mine = ++asked;
            while (committed < mine) {
                if (committing) {
                    done.awaitUninterruptibly();
                } else {
                    commitForAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void commitForAll() {
        var covers = asked;
        committing = true;
        lock.unlock();
        try {
            commit.run();
        } finally {
            lock.lock();
            committing = false;
            done.signalAll();
        }
        committed = covers;
    }
}
