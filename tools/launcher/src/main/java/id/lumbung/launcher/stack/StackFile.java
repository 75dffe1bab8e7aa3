package id.lumbung.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in {@code stack.json} of a data folder: which processes were started on it.
 *
 * @param launcher the pid of the launcher that watches them; 0 where they were left running by
 *     themselves
 * @param launcherStartedAt to tell it from a later process of the same pid
 */
public record StackFile(
        long launcher, long launcherStartedAt, String gateway, List<Running> processes) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param pid 0 for a part that stands elsewhere, by an address in the environment
     * @param address what others reach it by
     * @param startedAt of the process, to tell it from a later one of the same pid
     */
    public record Running(String name, long pid, int port, String address, long startedAt) {

        public boolean isAlive() {
            return pid == 0 || alive(pid, startedAt).isPresent();
        }
    }

    /** The launcher that watches them, where it is still there. */
    Optional<ProcessHandle> watchingLauncher() {
        return launcher == 0 ? Optional.empty() : alive(launcher, launcherStartedAt);
    }

    private static Optional<ProcessHandle> alive(long pid, long startedAt) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startedAt(handle) == startedAt);
    }

    static long startedAt(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    static Path in(Path data) {
        return data.resolve("stack.json");
    }

    /** What was started on this data; empty where nothing was. */
    public static Optional<StackFile> read(Path data) {
        var file = in(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file, StackFile.class));
        } catch (JacksonException e) {
            throw new UserError(
                    "%s cannot be read. If nothing of Lumbung runs on this folder, delete that file."
                            .formatted(file));
        }
    }

    void write(Path data) {
        try {
            var next = data.resolve("stack.json.next");
            Files.writeString(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
            var _ =
                    Files.move(
                            next,
                            in(data),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + data, e);
        }
    }

    static void delete(Path data) {
        try {
            var _ = Files.deleteIfExists(in(data));
        } catch (IOException e) {
            throw new UncheckedIOException(in(data) + " could not be deleted", e);
        }
    }

    public boolean isRunning() {
        return processes.stream().anyMatch(process -> process.pid() != 0 && process.isAlive());
    }

    public Running process(StackPart part) {
        return processes.stream()
                .filter(process -> process.name().equals(part.label()))
                .findAny()
                .orElseThrow(() -> new UserError("There is no process " + part.label()));
    }
}
