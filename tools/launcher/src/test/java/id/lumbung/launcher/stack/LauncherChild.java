package id.lumbung.launcher.stack;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A launcher as a process of its own, which can be killed: {@code LauncherChild DATA}. */
final class LauncherChild {

    private LauncherChild() {}

    public static void main(String[] args) throws InterruptedException {
        var stack = new Stack(StackOptions.embedded(Path.of(args[0])), _ -> {});
        stack.start(StackPart.KAFKA);
        stack.start(StackPart.MONGODB);
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
