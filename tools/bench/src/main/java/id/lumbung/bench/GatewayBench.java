package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Ending;
import id.lumbung.launcher.stack.Ports;
import id.lumbung.launcher.stack.StackPart;
import java.util.Map;

/** A small read by our gateway, and by a route of Spring Cloud Gateway with nothing added. */
record GatewayBench() implements Benchmark {

    @Override
    public void run(Bench bench) {
        bench.onStack(stack -> {
            try (var sender = new Sender(Callers.ofStack(stack.gateway(), stack.data()))) {
                SalesBench.warmUp(bench, stack, sender);
                var path = "/api/pharmacy/sales/" + sender.anySale();
                var port = Ports.free();
                var bare =
                        stack.startBeside(
                                StackPart.GATEWAY,
                                BareGateway.class,
                                port,
                                Map.of(BareGateway.TARGET, stack.url(StackPart.PHARMACY)));
                try {
                    measure(
                            bench,
                            sender,
                            stack.gateway() + path,
                            "http://127.0.0.1:%d%s".formatted(port, path));
                } finally {
                    Ending.kill(bare.toHandle());
                }
            }
        });
    }

    private static void measure(Bench bench, Sender sender, String ours, String bare) {
        var _ = sender.gets(bare, Bench.SENDERS, bench.span());
        var _ = sender.gets(ours, Bench.SENDERS, bench.span());
        var each = bench.span().dividedBy(2);
        var rates =
                Rates.inTurns(
                        () -> sender.gets(ours, Bench.SENDERS, each),
                        () -> sender.gets(bare, Bench.SENDERS, each));
        bench.result(
                Measurement.ofCeiling(
                        "a request through the gateway; beside: through a bare route",
                        rates.first(),
                        "1/s",
                        rates.second(),
                        1.0));
    }
}
