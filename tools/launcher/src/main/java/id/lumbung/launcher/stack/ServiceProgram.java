package id.lumbung.launcher.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A program of a service that needs nothing of a stack. */
public final class ServiceProgram {

    private ServiceProgram() {}

    /**
     * Runs it on our own input and output.
     *
     * @return its exit code
     */
    public static int run(StackPart service, String mainClass, List<String> arguments)
            throws InterruptedException {
        var cache = AotCache.of(service);
        UnpackedJar.make(cache);
        var command =
                new ArrayList<>(
                        List.of(
                                ProjectHome.java(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Dfile.encoding=UTF-8",
                                "-cp",
                                cache.classPath(),
                                mainClass));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UserError("%s cannot be run: %s".formatted(mainClass, e.getMessage()));
        }
    }
}
