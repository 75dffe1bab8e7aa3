package id.lumbung.bench;

import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.login.Login;
import id.lumbung.launcher.stack.DataFolder;
import id.lumbung.launcher.stack.Ports;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackFile;
import id.lumbung.launcher.stack.StackOptions;
import id.lumbung.launcher.stack.StackPart;
import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** The measurements, one after the other, on stacks of their own in temporary folders. */
final class Bench {

    private static final int SENDERS = 64;
    private static final int BATCH_SENDERS = 6;
    private static final int BATCH = 250;

    /** So many spans until what is often called is compiled, with two cores for all. */
    private static final int WARM_UP = 4;

    private static final JsonMapper JSON = new JsonMapper();

    private final boolean quick;
    private final Consumer<String> progress;
    private final Consumer<Measurement> results;
    private final HttpClient http = HttpClient.newHttpClient();

    Bench(boolean quick, Consumer<String> progress, Consumer<Measurement> results) {
        this.quick = quick;
        this.progress = progress;
        this.results = results;
    }

    private Duration span() {
        return Duration.ofSeconds(quick ? 5 : 20);
    }

    private interface OnStack {
        void on(Stack stack);
    }

    private void onStack(boolean memory, OnStack measurement) {
        onStack(memory, Map.of(), measurement);
    }

    private void onStack(boolean memory, Map<String, String> settings, OnStack measurement) {
        Path data;
        try {
            data = Files.createTempDirectory("lumbung-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // All comes from one caller here: the gateway counts it, but does not hold it back.
        var options =
                StackOptions.on(data)
                        .inMemory(memory)
                        .with("LUMBUNG_OPEN_METRICS", "true")
                        .with("LUMBUNG_GATEWAY_LIMITS_CALLER_PERSECOND", "1000000")
                        .with("LUMBUNG_GATEWAY_LIMITS_CALLER_BURST", "1000000");
        for (var setting : settings.entrySet()) {
            options = options.with(setting.getKey(), setting.getValue());
        }
        try (var stack = new Stack(options, progress)) {
            measurement.on(stack.startAll());
        }
        DataFolder.delete(data);
    }

    /** Accepting a sale with and without its event; through the gateway; end to end on disk. */
    void sales() {
        onStack(
                false,
                stack -> {
                    try (var sender = new Sender(Callers.ofStack(stack.gateway(), stack.data()))) {
                        var direct = stack.url(StackPart.PHARMACY) + "/sales";
                        var throughGateway = stack.gateway() + "/api/pharmacy/sales";
                        progress.accept("warming up");
                        var _ =
                                sender.batches(
                                        throughGateway, BATCH_SENDERS, BATCH, span().dividedBy(2));
                        var _ =
                                sender.singles(
                                        throughGateway, SENDERS, span().multipliedBy(WARM_UP));
                        awaitJournalled(stack, sender.made());
                        endToEnd(
                                stack,
                                "end to end, single sales, database on disk",
                                1_385,
                                sender,
                                () -> sender.singles(throughGateway, SENDERS, span()));
                        endToEnd(
                                stack,
                                "end to end, batches, database on disk",
                                2_206,
                                sender,
                                () -> sender.batches(throughGateway, BATCH_SENDERS, BATCH, span()));
                        gateway(stack, sender);
                        withAndWithoutEvents(stack, sender, direct);
                    }
                });
    }

    private interface Sending {
        double run();
    }

    private void endToEnd(Stack stack, String name, double target, Sender sender, Sending sending) {
        var before = sender.made();
        var began = Instant.now();
        var accepted = sending.run();
        awaitJournalled(stack, sender.made());
        var journalled = (sender.made() - before) / JournalBench.seconds(began);
        results.accept(Measurement.of(name + ": accepted", accepted, "sales/s"));
        results.accept(
                Measurement.atLeast(name + ": in the journal", journalled, "sales/s", target));
    }

    /** A small read, by our gateway and by a route of Spring Cloud Gateway with nothing added. */
    private void gateway(Stack stack, Sender sender) {
        var path = "/api/pharmacy/sales/" + sender.anySale();
        var port = Ports.free();
        var bare =
                stack.startBeside(
                        StackPart.GATEWAY,
                        BareGateway.class.getName(),
                        port,
                        Map.of(BareGateway.TARGET, stack.url(StackPart.PHARMACY)));
        try {
            var ours = stack.gateway() + path;
            var theirs = "http://127.0.0.1:%d%s".formatted(port, path);
            var _ = sender.gets(theirs, SENDERS, span());
            var _ = sender.gets(ours, SENDERS, span());
            var rates =
                    inTurns(
                            () -> sender.gets(ours, SENDERS, span().dividedBy(2)),
                            () -> sender.gets(theirs, SENDERS, span().dividedBy(2)));
            results.accept(
                    Measurement.ofCeiling(
                            "a request through the gateway; beside: through a bare route",
                            rates.first(),
                            "1/s",
                            rates.second(),
                            0.7));
        } finally {
            var _ = bare.destroyForcibly().onExit().join();
        }
    }

    private record Rates(double first, double second) {}

    /** Means of some rounds, one after the other, so that both meet the same machine. */
    private static Rates inTurns(Sending first, Sending second) {
        double firstSum = 0;
        double secondSum = 0;
        var rounds = 3;
        for (var round = 0; round < rounds; round++) {
            firstSum += first.run();
            secondSum += second.run();
        }
        return new Rates(firstSum / rounds, secondSum / rounds);
    }

    /** The journal is not at work meanwhile: what it costs is measured by itself. */
    private void withAndWithoutEvents(Stack stack, Sender sender, String with) {
        stack.kill(StackPart.SHU);
        var port = Ports.free();
        var silent =
                stack.startSecond(
                        StackPart.PHARMACY, port, Map.of("LUMBUNG_OUTBOX_ENABLED", "false"));
        try {
            var without = "http://127.0.0.1:%d/sales".formatted(port);
            var _ = sender.singles(without, SENDERS, span());
            var rates =
                    inTurns(
                            () -> sender.singles(with, SENDERS, span().dividedBy(2)),
                            () -> sender.singles(without, SENDERS, span().dividedBy(2)));
            results.accept(
                    Measurement.ofCeiling(
                            "a sale accepted with its event; beside: without",
                            rates.first(),
                            "sales/s",
                            rates.second(),
                            0.85));
        } finally {
            var _ = silent.destroyForcibly().onExit().join();
        }
    }

    /** The same end to end with the database in memory. */
    void memoryBackend() {
        onStack(
                true,
                stack -> {
                    try (var sender = new Sender(Callers.ofStack(stack.gateway(), stack.data()))) {
                        var sales = stack.gateway() + "/api/pharmacy/sales";
                        progress.accept("warming up");
                        var _ = sender.batches(sales, BATCH_SENDERS, BATCH, span());
                        awaitJournalled(stack, sender.made());
                        endToEnd(
                                stack,
                                "end to end, batches, database in memory",
                                5_000,
                                sender,
                                () -> sender.batches(sales, BATCH_SENDERS, BATCH, span()));
                    }
                });
    }

    /**
     * From a backlog into the journal, beside a bare loop; then one member's year, and an idle
     * sweep, among few and many.
     */
    void journal() {
        onStack(
                false,
                stack -> {
                    try (var bench = new JournalBench(stack.kafka(), stack.mongodb());
                            var callers = Callers.ofStack(stack.gateway(), stack.data())) {
                        var events = quick ? 40_000 : 150_000;
                        var warmUp = quick ? 100_000 : 400_000;
                        stack.end(StackPart.SHU);
                        bench.pileUp(warmUp + events);
                        progress.accept("%,d events wait".formatted(warmUp + events));
                        var _ = bench.bareLoop(events);
                        var ceiling = bench.bareLoop(events);
                        var floor = bench.oneByOne(quick ? 1_000 : 4_000);
                        stack.start(StackPart.SHU);
                        awaitJournalled(stack, warmUp);
                        var began = Instant.now();
                        var already = journalled(stack);
                        awaitJournalled(stack, warmUp + events);
                        var ours = (warmUp + events - already) / JournalBench.seconds(began);
                        results.accept(
                                Measurement.ofCeiling(
                                        "journal from a backlog; beside: a bare loop",
                                        ours,
                                        "events/s",
                                        ceiling,
                                        0.6));
                        results.accept(
                                Measurement.ofCeiling(
                                        "journal from a backlog; beside: one record, one save",
                                        ours,
                                        "events/s",
                                        floor,
                                        10));
                        amongManyAndFew(stack, bench, callers.operatorLogin());
                    }
                });
    }

    private void amongManyAndFew(Stack stack, JournalBench bench, Login operator) {
        var many = quick ? 100_000 : 1_000_000;
        var url = bench.memberYear(stack.url(StackPart.SHU));
        var board = bench.mongo().getDatabase("shu").getCollection("journal");
        var _ = board.createIndex(new Document("outboxDue", 1));
        var few = median(url, operator);
        var sweepFew = sweep(board);
        progress.accept("filling the journal with %,d entries".formatted(many));
        bench.fill(many);
        results.accept(
                Measurement.within(
                        "a member's year among %,d entries; beside: before them".formatted(many),
                        median(url, operator),
                        "ms",
                        few,
                        2));
        results.accept(
                Measurement.within(
                        "a sweep with nothing pending, the same", sweep(board), "ms", sweepFew, 2));
    }

    /** Closing and dividing a year, by the number of members and entries. */
    void division() {
        divide(1_000, 100);
        if (quick) {
            divide(10_000, 10);
        } else {
            divide(100_000, 100);
            divide(1_000_000, 10);
        }
    }

    /** Each on a stack of its own: what came before would be read, too. */
    private void divide(int members, int entriesEach) {
        onStack(
                false,
                stack -> {
                    var cooperative = UUID.randomUUID();
                    try (var callers = Callers.ofStack(stack.gateway(), stack.data());
                            var journal = new JournalBench(stack.kafka(), stack.mongodb())) {
                        callers.operator()
                                .put(
                                        "/api/membership/cooperatives/" + cooperative,
                                        Map.of(
                                                "name", "KDMP Tambong",
                                                "villageCode", "35.10.14.2014",
                                                "kind", "VILLAGE",
                                                "zone", "WIB"));
                        var bench =
                                new DivisionBench(
                                        callers.board(cooperative),
                                        journal.mongo(),
                                        cooperative,
                                        members,
                                        entriesEach);
                        var size = "%,d members, %d entries each".formatted(members, entriesEach);
                        progress.accept("filling the journal: " + size);
                        bench.fill();
                        var shu = stack.pid(StackPart.SHU);
                        var _ = bench.plainRead();
                        var read = bench.plainRead();
                        var closing = bench.close(() -> residentMegabytes(shu));
                        var division = bench.divide(() -> residentMegabytes(shu));
                        results.accept(
                                Measurement.of("freezing the accounts: " + size, closing, "s"));
                        results.accept(
                                Measurement.within(
                                        "division: " + size + "; beside: one read",
                                        division,
                                        "s",
                                        read,
                                        2));
                        results.accept(
                                Measurement.within(
                                        "both; beside: one read",
                                        closing + division,
                                        "s",
                                        read,
                                        2));
                        results.accept(
                                Measurement.of(
                                        "most that shu-service held meanwhile",
                                        bench.peakMegabytes(),
                                        "MB"));
                    }
                });
    }

    /** A cashier's sales while someone else guesses passwords, and a right login meanwhile. */
    void logins() {
        onStack(
                false,
                Map.of("LUMBUNG_TRUSTED_PROXIES", "127.0.0.1"),
                stack -> {
                    var callers = Callers.ofStack(stack.gateway(), stack.data());
                    try (var sender = new Sender(callers);
                            var guesser = new Guesser(stack.gateway())) {
                        sender.becomeCashier();
                        guesser.learn(callers.operator(), sender.cooperative());
                        var sales = stack.gateway() + "/api/pharmacy/sales";
                        progress.accept("warming up");
                        var _ = sender.singles(sales, SENDERS, span());
                        var _ = sender.singles(sales, 1, span());
                        var rightLogin = new double[1];
                        var rates =
                                inTurns(
                                        () -> {
                                            guesser.begin();
                                            try {
                                                var rate = sender.singles(sales, 1, span());
                                                rightLogin[0] =
                                                        Math.max(rightLogin[0], logIn(stack));
                                                return rate;
                                            } finally {
                                                guesser.end();
                                            }
                                        },
                                        () -> sender.singles(sales, 1, span()));
                        progress.accept(guesser.answers());
                        results.accept(
                                Measurement.within(
                                        "a cashier's sale beside wrong logins; beside: alone",
                                        1_000 / rates.first(),
                                        "ms",
                                        1_000 / rates.second(),
                                        1.2));
                        results.accept(
                                Measurement.atLeast(
                                        "wrong logins meanwhile",
                                        guesser.perMinute(),
                                        "1/min",
                                        1_000 * 0.95));
                        results.accept(
                                Measurement.atMost(
                                        "a right login meanwhile, the longest of three",
                                        rightLogin[0],
                                        "s",
                                        5));
                    }
                });
    }

    /** Seconds until an operator who logs in anew has a token. */
    private static double logIn(Stack stack) {
        try (var callers = Callers.ofStack(stack.gateway(), stack.data())) {
            var began = Instant.now();
            var _ = callers.operatorLogin().token();
            return JournalBench.seconds(began);
        }
    }

    private static double sweep(MongoCollection<Document> board) {
        var times = new ArrayList<Double>();
        for (var i = 0; i < 200; i++) {
            var began = Instant.now();
            var _ =
                    board.find(lte("outboxDue", Date.from(began)))
                            .sort(new Document("outboxDue", 1))
                            .limit(500)
                            .first();
            times.add(JournalBench.seconds(began) * 1000);
        }
        return times.stream().sorted().skip(100).findFirst().orElseThrow();
    }

    private double median(String url, Login operator) {
        var times = new ArrayList<Double>();
        for (var i = 0; i < 200; i++) {
            var began = Instant.now();
            var _ = get(url, operator.token().value());
            times.add(JournalBench.seconds(began) * 1000);
        }
        return times.stream().sorted().skip(100).findFirst().orElseThrow();
    }

    /** The whole stack from nothing to ready, beside the slowest service alone. */
    void start() {
        onStack(
                false,
                stack -> {
                    var slowest = 0.0;
                    for (var service : StackPart.SERVICES) {
                        stack.end(service);
                    }
                    for (var service : StackPart.SERVICES) {
                        var began = Instant.now();
                        stack.start(service);
                        slowest = Math.max(slowest, JournalBench.seconds(began));
                        stack.end(service);
                    }
                    stack.end(StackPart.KAFKA);
                    stack.end(StackPart.MONGODB);
                    var began = Instant.now();
                    stack.startParts();
                    results.accept(
                            Measurement.within(
                                    "start of the whole stack; beside: the slowest service alone",
                                    JournalBench.seconds(began),
                                    "s",
                                    slowest,
                                    2.5));
                });
    }

    /** A demo nobody measures, where no service has run yet: later starts learn from it. */
    void firstRun() {
        if (!Stack.startsFast()) {
            progress.accept("a first run, from which later starts learn");
            demo((_, _) -> {});
        }
    }

    /**
     * {@code demo} on data of its own until its table stands, and what each process holds in memory
     * when all is still.
     */
    void demo() {
        demo((data, began) -> {
            results.accept(
                    Measurement.atMost(
                            "demo on a built tree, to its table",
                            JournalBench.seconds(began),
                            "s",
                            60));
            TimeUnit.SECONDS.sleep(10);
            memory(StackFile.read(data).orElseThrow());
        });
    }

    private interface AfterTable {
        void look(Path data, Instant began) throws InterruptedException;
    }

    private static void demo(AfterTable afterTable) {
        try {
            var data = Files.createTempDirectory("lumbung-bench-demo");
            var began = Instant.now();
            var process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("lumbung.home", "."), "lumbung")
                                            .toString(),
                                    "demo",
                                    "--port",
                                    "0",
                                    "--data",
                                    data.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var lines = process.inputReader()) {
                if (lines.lines().noneMatch("All sums close."::equals)) {
                    throw new UserError("The sums of ./lumbung demo do not close.");
                }
                afterTable.look(data, began);
            } finally {
                process.destroy();
                var _ = process.waitFor();
            }
            DataFolder.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void memory(StackFile stack) {
        var services = 0.0;
        var all = 0.0;
        for (var process : stack.processes()) {
            var megabytes = residentMegabytes(process.pid());
            results.accept(Measurement.of("resident memory: " + process.name(), megabytes, "MB"));
            all += megabytes;
            services +=
                    StackPart.valueOf(process.name().toUpperCase(Locale.ROOT)).isService()
                            ? megabytes
                            : 0;
        }
        results.accept(
                Measurement.atMost(
                        "resident memory, idle after the demo: the services",
                        services,
                        "MB",
                        1_200));
        results.accept(
                Measurement.atMost("resident memory, idle after the demo: all", all, "MB", 2_000));
    }

    private static double residentMegabytes(long pid) {
        try {
            var process = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            var kilobytes =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                            .strip();
            return kilobytes.isEmpty() ? 0 : Double.parseDouble(kilobytes) / 1024;
        } catch (IOException e) {
            throw new UserError(
                    "The memory of process %d cannot be read: %s".formatted(pid, e.getMessage()));
        }
    }

    private void awaitJournalled(Stack stack, long count) {
        var last = -1L;
        var moved = Instant.now();
        while (true) {
            var now = journalled(stack);
            if (now >= count) {
                return;
            }
            if (now != last) {
                last = now;
                moved = Instant.now();
            } else if (Duration.between(moved, Instant.now()).toSeconds() > 60) {
                throw new UserError("The journal stands still at %d of %d.".formatted(now, count));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UserError("Interrupted.");
            }
        }
    }

    /**
     * Counted by the service itself as it writes: to ask the database would disturb what is
     * measured.
     */
    private long journalled(Stack stack) {
        return get(stack.url(StackPart.SHU) + "/actuator/prometheus", "")
                .lines()
                .filter(line -> line.startsWith("lumbung_journalled_total"))
                .mapToLong(line ->
                        (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /**
     * @param token empty where none is needed
     */
    private String get(String url, String token) {
        try {
            return http.send(asked(url, token), HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UserError("%s does not answer: %s".formatted(url, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted.");
        }
    }

    private static HttpRequest asked(String url, String token) {
        var request = HttpRequest.newBuilder(URI.create(url));
        return token.isEmpty()
                ? request.build()
                : request.header("Authorization", "Bearer " + token).build();
    }

    static String json(List<Measurement> figures) {
        return JSON.writeValueAsString(Map.of("figures", figures));
    }
}
