package id.lumbung.launcher.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that were started for the parts of a stack. */
final class StackProcesses {

    private final Map<StackPart, Process> processes = new ConcurrentHashMap<>();

    void add(StackPart part, Process process) {
        processes.put(part, process);
    }

    /**
     * SIGKILL: the process gets no chance to tidy up. Returns when it has ended.
     *
     * @return whether there was one
     */
    boolean kill(StackPart part) {
        var process = processes.remove(part);
        if (process == null) {
            return false;
        }
        Ending.kill(process.toHandle());
        return true;
    }

    /** SIGTERM, and SIGKILL to what does not end in time. */
    void end(StackPart part) {
        var process = processes.remove(part);
        if (process != null) {
            Ending.of(process.toHandle());
        }
    }

    /** Of the process of a part; 0 where none runs. */
    long pid(StackPart part) {
        var process = processes.get(part);
        return process == null ? 0 : process.pid();
    }

    boolean isAlive(StackPart part) {
        var process = processes.get(part);
        return process != null && process.isAlive();
    }

    /** These, and the parts that stand elsewhere. */
    List<RunningProcess> and(Addresses addresses) {
        var running = new ArrayList<RunningProcess>();
        for (var part : StackPart.values()) {
            var process = processes.get(part);
            if (process != null) {
                running.add(RunningProcess.of(part, process, addresses));
            } else if (addresses.isElsewhere(part)) {
                running.add(RunningProcess.elsewhere(part, addresses));
            }
        }
        return running;
    }
}
