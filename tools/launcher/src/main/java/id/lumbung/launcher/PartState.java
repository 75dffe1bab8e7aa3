package id.lumbung.launcher;

import id.lumbung.launcher.stack.RunningProcess;
import id.lumbung.launcher.stack.StackPart;
import org.jspecify.annotations.Nullable;

/**
 * How a part is, as {@code status} says it.
 *
 * @param pid 0 where no process of ours runs
 */
record PartState(String name, State state, long pid, int port, @Nullable String address) {

    enum State {
        RUNNING,
        ELSEWHERE,
        STOPPED
    }

    static PartState stopped(StackPart part) {
        return new PartState(part.label(), State.STOPPED, 0, 0, null);
    }

    static PartState of(RunningProcess process) {
        if (process.pid() == 0) {
            return new PartState(process.name(), State.ELSEWHERE, 0, 0, process.address());
        }
        return process.isAlive()
                ? new PartState(
                        process.name(),
                        State.RUNNING,
                        process.pid(),
                        process.port(),
                        process.address())
                : new PartState(process.name(), State.STOPPED, 0, process.port(), null);
    }
}
