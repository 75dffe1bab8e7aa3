package id.lumbung.launcher;

import id.lumbung.launcher.stack.ServiceProgram;
import id.lumbung.launcher.stack.StackPart;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lumbung shu}. */
@Command(
        name = "shu",
        description = "The members' share of a surplus.",
        mixinStandardHelpOptions = true)
final class ShuCommand {

    @Command(
            name = "simulate",
            description = {
                "What a surplus would come to for each fund and each member; nothing needs to run and nothing is stored.",
                "Exit code 2 where the file breaks a rule."
            },
            mixinStandardHelpOptions = true)
    int simulate(
            @Parameters(paramLabel = "FILE", description = "Surplus, policy and members, as JSON.")
                    Path file,
            @Option(names = "--json", description = "Answer with one line of JSON.") boolean json)
            throws InterruptedException {
        return ServiceProgram.run(
                StackPart.SHU,
                "id.lumbung.shu.simulation.SimulationFile",
                json ? List.of(file.toString(), "--json") : List.of(file.toString()));
    }
}
