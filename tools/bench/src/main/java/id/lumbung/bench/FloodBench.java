package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;

/** A cashier's sales while others attack the gateway. */
record FloodBench() implements Benchmark {

    @Override
    public void run(Bench bench) {
        bench.onStack(stack -> {
            try (var sender = new Sender(Callers.ofStack(stack.gateway(), stack.data()));
                    var attacker = new Sender(Callers.ofStack(stack.gateway(), stack.data()));
                    var flood = new Flood(stack.gateway(), attacker.token())) {
                sender.becomeCashier();
                measure(bench, stack, sender, flood);
            }
        });
    }

    private static void measure(Bench bench, Stack stack, Sender sender, Flood flood) {
        var sales = SalesBench.sales(stack);
        bench.say("warming up");
        var _ = sender.singles(sales, Bench.SENDERS, bench.span());
        var _ = sender.singles(sales, 1, bench.span());
        var rates =
                Rates.inTurns(
                        () -> {
                            flood.begin();
                            try {
                                return sender.singles(sales, 1, bench.span());
                            } finally {
                                flood.end();
                            }
                        },
                        () -> sender.singles(sales, 1, bench.span()));
        bench.say("connections of attackers: " + flood.sent());
        bench.result(
                Measurement.within(
                        "a cashier's sale beside a flood; beside: alone",
                        1_000 / rates.first(),
                        "ms",
                        1_000 / rates.second(),
                        1.5));
    }
}
