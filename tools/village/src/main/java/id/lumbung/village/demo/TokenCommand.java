package id.lumbung.village.demo;

import id.lumbung.launcher.DataOption;
import id.lumbung.launcher.LauncherCommand;
import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.login.Login;
import id.lumbung.launcher.stack.StackFile;
import id.lumbung.launcher.stack.UserError;
import id.lumbung.village.life.Village;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code lumbung token}. */
@Command(
        name = "token",
        description = {
            "Print a token that is good for some minutes, of someone in the demo's village, on the stack that runs.",
            "The village's cooperative and outlets are registered for it where they are not yet."
        },
        mixinStandardHelpOptions = true)
public final class TokenCommand implements LauncherCommand {

    enum Role {
        BOARD,
        SUPERVISOR,
        MANAGER,
        CASHIER,
        PHARMACIST,
        CLINICIAN,
        MEMBER,
        OPERATOR,
        ADVISOR,
        OUTLET
    }

    @ArgGroup(multiplicity = "1")
    private Whose whose = new Whose();

    static final class Whose {

        @Option(
                names = "--as",
                paramLabel = "ROLE",
                description = "Of someone with this role: ${COMPLETION-CANDIDATES}.")
        private @Nullable Role role;

        @Option(names = "--outlet", paramLabel = "ID", description = "Of this outlet's app.")
        private @Nullable UUID outlet;
    }

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
            var token = login(callers, village).token();
            var described = described(token, village);
            if (json) {
                System.out.println(new JsonMapper().writeValueAsString(described));
            } else if (shell) {
                described.forEach((name, value) ->
                        System.out.printf(
                                "%s='%s'%n",
                                name.replaceFirst("Id$", "").toUpperCase(Locale.ROOT), value));
            } else {
                System.out.println(token.value());
            }
        }
        return 0;
    }

    private Login login(Callers callers, Village village) {
        if (whose.outlet != null) {
            return callers.outletLogin(whose.outlet);
        }
        if (whose.role == null || whose.role == Role.OPERATOR) {
            return callers.operatorLogin();
        }
        village.registerPlaces(callers);
        return switch (whose.role) {
            case OUTLET -> callers.outletLogin(village.outlet("PHARMACY"));
            case ADVISOR ->
                    callers.person(
                            "ADVISOR",
                            village.cooperativeId(),
                            Map.of("cooperativeIds", List.of(village.cooperativeId())));
            case MEMBER -> {
                var member = village.members().getFirst();
                village.register(callers, member);
                yield callers.person(
                        "MEMBER", village.cooperativeId(), place(village, "memberId", member.id()));
            }
            case CASHIER, PHARMACIST ->
                    callers.person(
                            whose.role.name(),
                            village.cooperativeId(),
                            place(village, "outletId", village.outlet("PHARMACY")));
            case CLINICIAN ->
                    callers.person(
                            "CLINICIAN",
                            village.cooperativeId(),
                            place(village, "outletId", village.outlet("CLINIC")));
            case BOARD, SUPERVISOR, MANAGER, OPERATOR ->
                    callers.person(
                            whose.role.name(),
                            village.cooperativeId(),
                            Map.of("cooperativeId", village.cooperativeId()));
        };
    }

    private static Map<String, Object> place(Village village, String name, UUID id) {
        return Map.of("cooperativeId", village.cooperativeId(), name, id);
    }

    private static Map<String, Object> described(Login.Token token, Village village) {
        var described = new LinkedHashMap<String, Object>();
        var _ = described.put("token", token.value());
        var _ = described.put("until", token.until().toString());
        var _ = described.put("cooperativeId", village.cooperativeId());
        village.outlets()
                .forEach(outlet -> {
                    var _ =
                            described.put(
                                    outlet.kind().toLowerCase(Locale.ROOT) + "Id", outlet.id());
                });
        var _ = described.put("memberId", village.members().getFirst().id());
        return described;
    }
}
