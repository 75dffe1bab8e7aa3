package id.lumbung.bench;

import id.lumbung.launcher.stack.Stack;
import java.time.Instant;

/** Sales a second from the first that is sent to the last that is journalled. */
record Arrival(Stack stack, Sender sender) {

    double singles(Bench bench) {
        return journalled(
                () -> sender.singles(SalesBench.sales(stack), Bench.SENDERS, bench.span()));
    }

    double batches(Bench bench) {
        return journalled(() ->
                sender.batches(
                        SalesBench.sales(stack), Bench.BATCH_SENDERS, Bench.BATCH, bench.span()));
    }

    private double journalled(Rates.Sending sending) {
        var before = sender.made();
        var began = Instant.now();
        var _ = sending.run();
        new JournalCount(stack).await(sender.made());
        return (sender.made() - before) / Clocks.seconds(began);
    }
}
