package id.lumbung.village.demo;

import id.lumbung.launcher.DataOption;
import id.lumbung.launcher.LauncherCommand;
import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.StackFile;
import id.lumbung.launcher.stack.UserError;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lumbung token}. */
@Command(
        name = "token",
        description = {
            "Print a token that is good for some minutes, of someone in the demo's village, on the stack that runs.",
            "The village's cooperative and outlets are registered for it where they are not yet."
        },
        mixinStandardHelpOptions = true)
public final class TokenCommand implements LauncherCommand {

    @ArgGroup(multiplicity = "1")
    private TokenOwner owner = new TokenOwner();

    @Option(
            names = "--json",
            description = "Print one JSON object: the token, when it ends, and whose ids it fits.")
    private boolean json;

    @Option(
            names = "--shell",
            description = {
                "Print the same as variables of a shell:",
                "TOKEN, COOPERATIVE, PHARMACY, CLINIC, MEMBER."
            })
    private boolean shell;

    @Mixin private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        var running =
                StackFile.read(data.data())
                        .filter(StackFile::isRunning)
                        .orElseThrow(() ->
                                new UserError(
                                        "Nothing runs on %s. Start it: ./lumbung up --detach"
                                                .formatted(data.data())));
        var village = Demo.village();
        try (var callers = Callers.ofStack(running.gateway(), data.data())) {
            var token = owner.login(new VillageLogins(callers, village)).token();
            var described = new DescribedToken(token, village);
            if (json) {
                System.out.println(described.json());
            } else {
                System.out.println(shell ? described.shell() : token.value());
            }
        }
        return 0;
    }
}
