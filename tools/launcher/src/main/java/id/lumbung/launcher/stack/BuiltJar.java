package id.lumbung.launcher.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The jars that the build made. */
final class BuiltJar {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private BuiltJar() {}

    static Path of(StackPart service) {
        return in(service.module(), service.module());
    }

    /** The jar of this module: a cache of classes cannot be made of a folder. */
    static Path own() {
        return in("tools/launcher", "launcher");
    }

    private static Path in(String folder, String module) {
        var jar =
                ProjectHome.project()
                        .resolve(folder)
                        .resolve("target")
                        .resolve(module + "-" + VERSION + ".jar");
        if (!Files.exists(jar)) {
            throw new UserError(
                    "%s is not built. Run: mvn -DskipTests package".formatted(jar.getFileName()));
        }
        return jar;
    }
}
