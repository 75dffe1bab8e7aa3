package id.lumbung.launcher.stack;

import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The caches of all services. */
final class AotCaches {

    private AotCaches() {}

    /** Whether services start fast already: an earlier run of this build was recorded. */
    static boolean isRecordedForAll() {
        return StackPart.SERVICES.stream()
                .map(AotCache::of)
                .allMatch(cache -> cache.isMade() || cache.isRecorded());
    }

    /** Makes the caches of what earlier runs of this build recorded. */
    static void makeRecorded(Consumer<String> progress) {
        var recorded =
                StackPart.SERVICES.stream()
                        .map(AotCache::of)
                        .filter(cache -> cache.isRecorded() && !cache.isMade())
                        .toList();
        if (recorded.isEmpty()) {
            return;
        }
        progress.accept("making the next starts of this build faster, once");
        try (var workers = Executors.newFixedThreadPool(2)) {
            recorded.forEach(cache ->
                    workers.execute(() ->
                            new AotRecording(cache)
                                    .makeCache(JvmFlags.of(cache.service(), false))));
        }
    }
}
