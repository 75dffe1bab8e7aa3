package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Ending;
import id.lumbung.launcher.stack.Ports;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackPart;
import java.util.Map;

/**
 * A sale accepted with its event guaranteed, and by an instance whose outbox is switched off. The
 * journal is not at work meanwhile: what it costs is measured by itself.
 */
record OutboxBench() implements Benchmark {

    @Override
    public void run(Bench bench) {
        bench.onStack(stack -> {
            try (var sender = new Sender(Callers.ofStack(stack.gateway(), stack.data()))) {
                SalesBench.warmUp(bench, stack, sender);
                stack.kill(StackPart.SHU);
                var port = Ports.free();
                var silent =
                        stack.startSecond(
                                StackPart.PHARMACY,
                                port,
                                Map.of("LUMBUNG_OUTBOX_ENABLED", "false"));
                try {
                    measure(bench, stack, sender, "http://127.0.0.1:%d/sales".formatted(port));
                } finally {
                    Ending.kill(silent.toHandle());
                }
            }
        });
    }

    private static void measure(Bench bench, Stack stack, Sender sender, String without) {
        var with = stack.url(StackPart.PHARMACY) + "/sales";
        var _ = sender.singles(without, Bench.SENDERS, bench.span());
        var _ = sender.singles(with, Bench.SENDERS, bench.span());
        var each = bench.span().dividedBy(2);
        var rates =
                Rates.inTurns(
                        () -> sender.singles(with, Bench.SENDERS, each),
                        () -> sender.singles(without, Bench.SENDERS, each));
        bench.result(
                Measurement.ofCeiling(
                        "a sale accepted with its event; beside: without",
                        rates.first(),
                        "sales/s",
                        rates.second(),
                        0.9));
    }
}
