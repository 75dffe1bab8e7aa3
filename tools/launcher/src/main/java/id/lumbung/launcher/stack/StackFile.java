package id.lumbung.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        long launcher, long launcherStartedAt, String gateway, List<RunningProcess> processes) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The launcher that watches them, where it is still there. */
    Optional<ProcessHandle> watchingLauncher() {
        return launcher == 0 ? Optional.empty() : RunningProcess.alive(launcher, launcherStartedAt);
    }

    private static Path in(Path data) {
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

    static boolean isInUse(Path data) {
        return read(data).filter(StackFile::isRunning).isPresent();
    }

    void write(Path data) {
        try {
            WholeFile.write(
                    in(data), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
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

    public RunningProcess process(StackPart part) {
        return processes.stream()
                .filter(process -> process.name().equals(part.label()))
                .findAny()
                .orElseThrow(() -> new UserError("There is no process " + part.label()));
    }
}
