package id.lumbung.launcher.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.lumbung.launcher.client.ControlTotals.Fact;
import id.lumbung.launcher.client.ControlTotals.Outlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** Services that know nothing but their control totals, behind a gateway of their own. */
public final class FakeBooks implements AutoCloseable {

    private record Line(UUID outlet, LocalDate day, Fact fact) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Map<ControlBook, List<Line>> lines = new EnumMap<>(ControlBook.class);
    private final Map<ControlBook, Long> pending = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String comparison = "";
    private volatile String comparedOutlet = "";

    public FakeBooks() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var book : ControlBook.values()) {
            lines.put(book, new CopyOnWriteArrayList<>());
        }
        server.createContext("/api/", this::answer);
        server.start();
    }

    public FakeBooks with(ControlBook book, UUID outlet, LocalDate day, UUID fact, long amount) {
        lines.get(book)
                .add(
                        new Line(
                                outlet,
                                day,
                                new Fact(
                                        new UUID(~fact.getMostSignificantBits(), 1),
                                        fact,
                                        amount)));
        return this;
    }

    public FakeBooks pending(ControlBook book, long facts) {
        pending.put(book, facts);
        return this;
    }

    /** What shu-service says when it is asked to compare. */
    public FakeBooks comparison(String json) {
        comparison = json;
        return this;
    }

    /** What the last comparison was asked for besides its cooperative. */
    public String comparedOutlet() {
        return comparedOutlet;
    }

    public Gateway gateway() {
        return new Gateway("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public ControlTotals totals() {
        return new ControlTotals(gateway());
    }

    /** Paths with their queries. */
    public List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        var path = exchange.getRequestURI().getPath().split("/");
        var book =
                path[2].equals("shu")
                        ? ControlBook.JOURNAL
                        : ControlBook.valueOf(path[2].toUpperCase(Locale.ROOT));
        if (path[path.length - 1].equals("comparison")) {
            comparedOutlet = String.valueOf(exchange.getRequestURI().getQuery());
            answer(exchange, comparison);
            return;
        }
        Object body =
                switch (path.length) {
                    case 5 ->
                            lines.get(book).stream()
                                    .map(Line::outlet)
                                    .distinct()
                                    .map(outlet -> new Outlet(outlet, new UUID(9, 9)))
                                    .toList();
                    case 7 -> totals(book, UUID.fromString(path[5]));
                    default ->
                            of(book, UUID.fromString(path[5])).stream()
                                    .filter(line -> line.day().toString().equals(path[7]))
                                    .map(Line::fact)
                                    .toList();
                };
        answer(exchange, JSON.writeValueAsString(body));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private List<Line> of(ControlBook book, UUID outlet) {
        return lines.get(book).stream().filter(line -> line.outlet().equals(outlet)).toList();
    }

    private OutletTotals totals(ControlBook book, UUID outlet) {
        var days = new TreeMap<LocalDate, ControlDay>();
        for (var line : of(book, outlet)) {
            days.merge(
                    line.day(),
                    new ControlDay(line.day(), 1, line.fact().amount(), ""),
                    (one, other) ->
                            new ControlDay(
                                    one.day(),
                                    one.count() + other.count(),
                                    one.sum() + other.sum(),
                                    ""));
        }
        return new OutletTotals(
                outlet, pending.getOrDefault(book, 0L), new ArrayList<>(days.values()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
