package id.lumbung.launcher.stack;

import id.lumbung.embeddedmongodb.MongoProcess;
import id.lumbung.launcher.kafka.KafkaProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the process of a part: its command line, its settings, and where its output goes. */
final class Launch {

    private final StackOptions options;
    private final DataFolder data;
    private final Addresses addresses;
    private final ServiceEnvironment environment;

    Launch(StackOptions options, DataFolder data, Addresses addresses) {
        this.options = options;
        this.data = data;
        this.addresses = addresses;
        this.environment = new ServiceEnvironment(options, data, addresses);
    }

    Process part(StackPart part) {
        var command = part.isService() ? service(part, part.mainClass()) : embedded(part);
        var settings = environment.of(part, addresses.port(part));
        return run(part, command, settings, part.label());
    }

    /** Another program on a service's class path, on a port and with settings of its own. */
    Process beside(StackPart service, String mainClass, int port, Map<String, String> settings) {
        var all = environment.of(service, port);
        all.putAll(settings);
        return run(service, service(service, mainClass), all, service.label() + "-2");
    }

    private List<String> service(StackPart part, String mainClass) {
        var cache = AotCache.of(part);
        cache.unpack();
        var command = java(part);
        if (options.caches()) {
            command.addAll(cache.flags());
        }
        command.addAll(supervised(cache.classPath()));
        command.add(mainClass);
        return command;
    }

    private List<String> embedded(StackPart part) {
        var command = java(part);
        command.addAll(supervised(ProjectHome.classPath()));
        var port = Integer.toString(addresses.port(part));
        var folder = data.resolve(part.label()).toString();
        command.addAll(
                part == StackPart.KAFKA
                        ? List.of(
                                KafkaProcess.class.getName(),
                                port,
                                Integer.toString(addresses.controllerPort()),
                                folder)
                        : List.of(
                                MongoProcess.class.getName(),
                                port,
                                options.memory() ? "memory" : folder));
        return command;
    }

    private List<String> java(StackPart part) {
        var command = new ArrayList<String>();
        command.add(ProjectHome.java());
        command.addAll(JvmFlags.of(part, options.memory()));
        return command;
    }

    private List<String> supervised(String classPath) {
        var parent = options.detached() ? 0 : ProcessHandle.current().pid();
        return List.of("-cp", classPath, SupervisedMain.class.getName(), Long.toString(parent));
    }

    private Process run(
            StackPart part, List<String> command, Map<String, String> environment, String log) {
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log(log).toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UserError("%s cannot be started: %s".formatted(part.label(), e.getMessage()));
        }
    }
}
