package id.lumbung.launcher.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A launcher as a process of its own, which can be killed: {@code LauncherChild DATA}. */
final class LauncherChild {

    private LauncherChild() {}

    public static void main(String[] args) throws InterruptedException {
        var stack =
                new Stack(
                        new Stack.Options(Path.of(args[0]), 0, false, false, false, Map.of()),
                        _ -> {});
        stack.start(Part.KAFKA);
        stack.start(Part.MONGODB);
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
