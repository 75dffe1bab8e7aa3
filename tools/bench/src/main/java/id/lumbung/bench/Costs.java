package id.lumbung.bench;

import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackPart;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the parts of a stack have spent since they started: processor time, which others on the
 * machine do not stretch as they stretch a clock's, and bytes on disk. The difference of two, by
 * the sales between them, says how many cores and how much storage so many sales need.
 */
record Costs(Map<StackPart, Duration> processorTime, Map<StackPart, Long> bytes) {

    private static final List<StackPart> KEEPERS = List.of(StackPart.KAFKA, StackPart.MONGODB);

    static Costs of(Stack stack) {
        var processorTime = new EnumMap<StackPart, Duration>(StackPart.class);
        for (var part : StackPart.values()) {
            ProcessHandle.of(stack.pid(part))
                    .flatMap(process -> process.info().totalCpuDuration())
                    .ifPresent(time -> {
                        var _ = processorTime.put(part, time);
                    });
        }
        var bytes = new EnumMap<StackPart, Long>(StackPart.class);
        for (var part : KEEPERS) {
            var _ = bytes.put(part, FolderSize.of(stack.data().resolve(part.label())));
        }
        return new Costs(processorTime, bytes);
    }

    /** Says what each sale between the two cost. */
    void report(Bench bench, String what, Costs before, long sales) {
        processorTime.forEach((part, time) -> {
            var spent = time.minus(before.processorTime().getOrDefault(part, Duration.ZERO));
            bench.result(
                    Measurement.of(
                            "%s: processor time, %s".formatted(what, part.label()),
                            spent.toNanos() / 1e3 / sales,
                            "µs/sale"));
        });
        bytes.forEach((part, size) ->
                bench.result(
                        Measurement.of(
                                "%s: on disk, %s".formatted(what, part.label()),
                                (double) (size - before.bytes().getOrDefault(part, 0L)) / sales,
                                "B/sale")));
    }
}
