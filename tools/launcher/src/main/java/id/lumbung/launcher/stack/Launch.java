package id.lumbung.launcher.stack;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Starts the process of a part: its command line, its settings, and where its output goes. */
final class Launch {

    private final DataFolder data;
    private final PartCommands commands;
    private final Addresses addresses;
    private final ServiceEnvironment environment;

    Launch(StackOptions options, DataFolder data, Addresses addresses) {
        this.data = data;
        this.commands = new PartCommands(options, data, addresses);
        this.addresses = addresses;
        this.environment = new ServiceEnvironment(options, data, addresses);
    }

    Process part(StackPart part) {
        var command =
                part.isService()
                        ? commands.service(part, part.mainClass())
                        : commands.embedded(part);
        var settings = environment.of(part, addresses.port(part));
        return run(part, command, settings, part.label());
    }

    /** Another instance of a service, on a port and with settings of its own. */
    Process second(StackPart service, int port, Map<String, String> settings) {
        return beside(service, port, settings, commands.service(service, service.mainClass()));
    }

    /** Another program on a service's class path and its own, on a port, with settings. */
    Process beside(StackPart service, Class<?> program, int port, Map<String, String> settings) {
        return beside(service, port, settings, commands.beside(service, program));
    }

    private Process beside(
            StackPart service, int port, Map<String, String> settings, List<String> command) {
        var all = environment.of(service, port);
        all.putAll(settings);
        return run(service, command, all, service.label() + "-2");
    }

    private Process run(
            StackPart part, List<String> command, Map<String, String> environment, String log) {
        var output = data.log(log).toAbsolutePath();
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        var _ = builder.environment().put(SupervisedMain.LOG, output.toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UserError("%s cannot be started: %s".formatted(part.label(), e.getMessage()));
        }
    }
}
