package id.lumbung.launcher.stack;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Does the same with several parts at once, and returns when all is done. */
final class Parallel {

    private Parallel() {}

    static void run(List<StackPart> parts, Consumer<StackPart> action) {
        try {
            CompletableFuture.allOf(
                            parts.stream()
                                    .map(part ->
                                            CompletableFuture.runAsync(
                                                    () -> action.accept(part),
                                                    Thread::startVirtualThread))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
