package id.lumbung.launcher.stack;

import id.lumbung.embeddedmongodb.MongoProcess;
import id.lumbung.launcher.kafka.KafkaProcess;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts the process of a part. */
final class PartCommands {

    private final StackOptions options;
    private final DataFolder data;
    private final Addresses addresses;

    PartCommands(StackOptions options, DataFolder data, Addresses addresses) {
        this.options = options;
        this.data = data;
        this.addresses = addresses;
    }

    List<String> service(StackPart part, String mainClass) {
        return service(part, mainClass, "");
    }

    /** The program's own jar comes last: a cache of classes fits a class path that goes on. */
    List<String> beside(StackPart part, Class<?> program) {
        return service(part, program.getName(), File.pathSeparator + ProjectHome.codeOf(program));
    }

    private List<String> service(StackPart part, String mainClass, String more) {
        var cache = AotCache.of(part);
        UnpackedJar.make(cache);
        var command = java(part);
        if (options.caches()) {
            command.addAll(cache.flags());
        }
        command.addAll(supervised(cache.classPath() + more));
        command.add(mainClass);
        return command;
    }

    List<String> embedded(StackPart part) {
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
}
