package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import java.time.Instant;
import java.util.Map;

/** A cashier's sales while someone else guesses passwords, and a right login meanwhile. */
record LoginBench() implements Benchmark {

    private static final double WRONG_LOGINS_A_MINUTE = 1_000;

    @Override
    public void run(Bench bench) {
        bench.onStack(
                false,
                Map.of("LUMBUNG_TRUSTED_PROXIES", "127.0.0.1"),
                stack -> {
                    var callers = Callers.ofStack(stack.gateway(), stack.data());
                    try (var sender = new Sender(callers)) {
                        sender.becomeCashier();
                        var names = GuessedNames.of(callers.operator(), sender.cooperative());
                        try (var guesser = new Guesser(stack.gateway(), names)) {
                            measure(bench, stack, sender, guesser);
                        }
                    }
                });
    }

    private static void measure(Bench bench, Stack stack, Sender sender, Guesser guesser) {
        var sales = SalesBench.sales(stack);
        bench.say("warming up");
        var _ = sender.singles(sales, Bench.SENDERS, bench.span());
        var _ = sender.singles(sales, 1, bench.span());
        var rightLogin = new double[1];
        var rates =
                Rates.inTurns(
                        () -> {
                            guesser.begin();
                            try {
                                var rate = sender.singles(sales, 1, bench.span());
                                rightLogin[0] = Math.max(rightLogin[0], logIn(stack));
                                return rate;
                            } finally {
                                guesser.end();
                            }
                        },
                        () -> sender.singles(sales, 1, bench.span()));
        bench.say(guesser.answers());
        bench.result(
                Measurement.within(
                        "a cashier's sale beside wrong logins; beside: alone",
                        1_000 / rates.first(),
                        "ms",
                        1_000 / rates.second(),
                        1.2));
        bench.result(
                Measurement.atLeast(
                        "wrong logins meanwhile",
                        guesser.perMinute(),
                        "1/min",
                        WRONG_LOGINS_A_MINUTE * 0.95));
        bench.result(
                Measurement.atMost(
                        "a right login meanwhile, the slowest of three", rightLogin[0], "s", 5));
    }

    /** Seconds until an operator who logs in anew has a token. */
    private static double logIn(Stack stack) {
        try (var callers = Callers.ofStack(stack.gateway(), stack.data())) {
            var began = Instant.now();
            var _ = callers.operatorLogin().token();
            return Clocks.seconds(began);
        }
    }
}
