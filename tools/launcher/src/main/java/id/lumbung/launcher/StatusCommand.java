package id.lumbung.launcher;

import id.lumbung.launcher.stack.StackFile;
import id.lumbung.launcher.stack.StackPart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code lumbung status}. */
@Command(
        name = "status",
        description = "Print the state and process id of each part; exit code 1 unless all run.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin private final DataOption data = new DataOption();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    record Status(boolean running, @Nullable String gateway, List<PartState> processes) {}

    @Override
    public Integer call() {
        var file = StackFile.read(data.data());
        var processes =
                Arrays.stream(StackPart.values())
                        .map(part ->
                                file.stream()
                                        .flatMap(it -> it.processes().stream())
                                        .filter(it -> it.name().equals(part.label()))
                                        .findAny()
                                        .map(PartState::of)
                                        .orElse(PartState.stopped(part)))
                        .toList();
        var running =
                processes.stream().noneMatch(process -> process.state() == PartState.State.STOPPED);
        if (json) {
            System.out.println(
                    new JsonMapper()
                            .writeValueAsString(
                                    new Status(
                                            running,
                                            file.map(StackFile::gateway).orElse(null),
                                            processes)));
        } else {
            processes.forEach(process ->
                    System.out.printf(
                            "%-10s %-9s %8s  %s%n",
                            process.name(),
                            process.state().name().toLowerCase(Locale.ROOT),
                            process.pid() == 0 ? "" : Long.toString(process.pid()),
                            process.address() == null ? "" : process.address()));
        }
        return running ? 0 : 1;
    }
}
