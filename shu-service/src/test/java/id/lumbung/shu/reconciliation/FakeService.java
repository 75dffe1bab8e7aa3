package id.lumbung.shu.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.lumbung.backbone.reconciliation.CooperativeFacts;
import id.lumbung.backbone.reconciliation.CooperativeFacts.State;
import id.lumbung.backbone.reconciliation.CooperativeTotals;
import id.lumbung.backbone.reconciliation.DayTotals;
import id.lumbung.backbone.reconciliation.ReconciliationSource.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for a service: answers over HTTP for the facts it was given. */
public final class FakeService implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** A fact as a service holds it. */
    public record Held(UUID cooperativeId, UUID outletId, Line line, State state) {}

    private record Member(UUID id, UUID cooperativeId, String name) {}

    private final String name;
    private final HttpServer server;
    private final List<Held> facts = new CopyOnWriteArrayList<>();
    private final Map<UUID, Member> members = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> deadLetters = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<UUID> takenBack = ConcurrentHashMap.newKeySet();
    private volatile int status = 200;
    private volatile int reversals = 200;
    private volatile String reversalRule = "";

    public FakeService(String name) {
        this.name = name;
        try {
            this.server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/reconciliation/cooperatives/", this::answer);
        server.createContext("/cooperatives/", exchange -> send(exchange, cooperative()));
        server.createContext("/members", exchange -> send(exchange, members()));
        server.createContext("/members/", this::member);
        server.createContext("/deposits/", this::takeBack);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void holds(UUID cooperativeId, UUID outletId, Line line, State state) {
        facts.add(new Held(cooperativeId, outletId, line, state));
    }

    /** Holds so many dead letters of a cooperative. */
    void holdsAside(UUID cooperativeId, int letters) {
        deadLetters.put(cooperativeId, letters);
    }

    /** Has a member on its list, under this name. */
    public void knows(UUID cooperativeId, UUID memberId, String name) {
        members.put(memberId, new Member(memberId, cooperativeId, name));
    }

    /**
     * Answers so when a deposit is to be taken back, from now on.
     *
     * @param rule by which it is refused; empty where it is not
     */
    public void answersReversals(int status, String rule) {
        this.reversals = status;
        this.reversalRule = rule;
    }

    /** The deposits that were taken back. */
    public Set<UUID> takenBack() {
        return Set.copyOf(takenBack);
    }

    private void takeBack(HttpExchange exchange) throws IOException {
        if (reversals == 200) {
            var path = exchange.getRequestURI().getPath().split("/", -1);
            takenBack.add(UUID.fromString(path[2]));
        }
        send(exchange, reversals, Map.of("type", "urn:lumbung:" + reversalRule));
    }

    private static Map<String, Object> cooperative() {
        return Map.of("name", "Koperasi Tambong", "villageCode", "35.10.14.2014");
    }

    private Map<String, Object> members() {
        return Map.of("items", List.copyOf(members.values()));
    }

    private void member(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var known = members.get(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        if (known != null) {
            send(exchange, known);
        } else {
            try (exchange) {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, Object answer) throws IOException {
        send(exchange, 200, answer);
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        var body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Answers with this status from now on. */
    public void answers(int status) {
        this.status = status;
    }

    /** How often it was asked since. */
    int asked() {
        return asked.getAndSet(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            if (status != 200) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            var path = exchange.getRequestURI().getPath().split("/", -1);
            var query = query(exchange.getRequestURI().getRawQuery());
            var cooperative = UUID.fromString(path[3]);
            var zone = ZoneId.of(query.get("zone"));
            var until = Instant.parse(query.get("until"));
            var held =
                    facts.stream()
                            .filter(fact -> fact.cooperativeId().equals(cooperative))
                            .filter(fact -> fact.line().at().isBefore(until))
                            .sorted(Comparator.comparing(fact -> fact.line().at()))
                            .toList();
            send(
                    exchange,
                    path.length == 4
                            ? totals(cooperative, held, zone)
                            : listed(
                                    held,
                                    UUID.fromString(path[5]),
                                    LocalDate.parse(query.get("from")),
                                    LocalDate.parse(query.get("to")),
                                    zone));
        }
    }

    private CooperativeTotals totals(UUID cooperative, List<Held> held, ZoneId zone) {
        var outlets = new HashMap<UUID, DayTotals>();
        held.forEach(fact ->
                outlets.computeIfAbsent(fact.outletId(), _ -> new DayTotals(zone))
                        .add(fact.line()));
        var list = new ArrayList<CooperativeTotals.Outlet>();
        outlets.forEach(
                (outlet, totals) -> list.add(new CooperativeTotals.Outlet(outlet, totals.days())));
        return new CooperativeTotals(
                name,
                Instant.now(),
                count(held, State.PENDING),
                count(held, State.BLOCKED),
                deadLetters.getOrDefault(cooperative, 0),
                list);
    }

    private static long count(List<Held> held, State state) {
        return held.stream().filter(fact -> fact.state() == state).count();
    }

    private static CooperativeFacts listed(
            List<Held> held, UUID outlet, LocalDate from, LocalDate to, ZoneId zone) {
        return new CooperativeFacts(
                outlet,
                held.stream()
                        .filter(fact -> fact.outletId().equals(outlet))
                        .map(fact ->
                                new CooperativeFacts.Fact(
                                        fact.line().eventId(),
                                        fact.line().factId(),
                                        fact.line().at().atZone(zone).toLocalDate(),
                                        fact.line().amount(),
                                        fact.state()))
                        .filter(fact -> !fact.day().isBefore(from) && !fact.day().isAfter(to))
                        .toList());
    }

    private static Map<String, String> query(String raw) {
        return Stream.of(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
