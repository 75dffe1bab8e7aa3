package id.lumbung.launcher.stack;

import java.time.Instant;
import java.util.Optional;

/**
 * A part of a stack, as its {@link StackFile} names it.
 *
 * @param pid 0 for a part that stands elsewhere, by an address in the environment
 * @param address what others reach it by
 * @param startedAt of the process, to tell it from a later one of the same pid
 */
public record RunningProcess(String name, long pid, int port, String address, long startedAt) {

    static RunningProcess of(StackPart part, Process process, Addresses addresses) {
        return new RunningProcess(
                part.label(),
                process.pid(),
                addresses.port(part),
                addresses.of(part),
                startedAt(process.toHandle()));
    }

    static RunningProcess elsewhere(StackPart part, Addresses addresses) {
        return new RunningProcess(part.label(), 0, 0, addresses.of(part), 0);
    }

    public boolean isAlive() {
        return pid == 0 || alive(pid, startedAt).isPresent();
    }

    static Optional<ProcessHandle> alive(long pid, long startedAt) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startedAt(handle) == startedAt);
    }

    /** Milliseconds since 1970; 0 where the system does not say. */
    static long startedAt(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
