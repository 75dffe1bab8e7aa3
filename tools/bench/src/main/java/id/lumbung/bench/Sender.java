package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.login.Login;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends made-up sales as fast as they are taken, over kept connections, and counts those
 * acknowledged.
 */
final class Sender implements AutoCloseable {

    private final Callers callers;
    private final BenchOutlet outlet;
    private final BenchSales made;
    private final AtomicLong next = new AtomicLong();
    private final KeptConnections connections = new KeptConnections();
    private Login login;

    /** Opens an outlet on the stack, and logs in as its app. */
    Sender(Callers callers) {
        this.callers = callers;
        this.outlet = BenchOutlet.open(callers);
        this.made = outlet.sales();
        this.login = outlet.login(callers);
    }

    /** With which it sends now. */
    String token() {
        return login.token().value();
    }

    /** Whose sales these are. */
    UUID cooperative() {
        return outlet.cooperative();
    }

    /** From now on a cashier of the outlet sends, logged in as people do. */
    void becomeCashier() {
        login = outlet.cashier(callers);
    }

    /** How many sales were made so far. */
    long made() {
        return next.get();
    }

    /** One that was sent. */
    UUID anySale() {
        return made.id(0);
    }

    /** Sales a second, sent one by one by so many senders. */
    double singles(String salesUrl, int senders, Duration duration) {
        return SendRate.of(
                senders,
                duration,
                () -> {
                    var number = next.getAndIncrement();
                    connections.send(
                            login,
                            "PUT",
                            salesUrl + "/" + made.id(number),
                            "{" + made.json(number));
                    return 1;
                });
    }

    /** Sales a second, sent in batches by so many senders. */
    double batches(String salesUrl, int senders, int size, Duration duration) {
        return SendRate.of(
                senders,
                duration,
                () -> {
                    var first = next.getAndAdd(size);
                    connections.send(login, "POST", salesUrl + "/batch", made.batch(first, size));
                    return size;
                });
    }

    /** Requests a second. */
    double gets(String url, int senders, Duration duration) {
        return SendRate.of(
                senders,
                duration,
                () -> {
                    connections.send(login, "GET", url, "");
                    return 1;
                });
    }

    @Override
    public void close() {
        connections.close();
        callers.close();
    }
}
