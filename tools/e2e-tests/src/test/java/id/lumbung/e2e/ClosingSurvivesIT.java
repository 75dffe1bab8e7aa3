package id.lumbung.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.launcher.client.Gateway;
import id.lumbung.launcher.client.GatewayRefusal;
import id.lumbung.launcher.client.InFlight;
import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackOptions;
import id.lumbung.launcher.stack.StackPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A book year of 1,500 members is closed and divided while shu-service, and once the database, are
 * killed at moments all along the way: it ends, and ends as reckoned from zero. And nothing that
 * says who they are, or what they bought, is found on any topic, in any log or metric.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosingSurvivesIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final int MEMBERS = 1_500;
    private static final int SALES_EACH = 4;
    private static final int AT_ONCE = 8;
    private static final int BATCH = 500;

    /** Said to the services on the way, and to be found nowhere but in their own databases. */
    private static final String NAME = "Zubaidah Wiryokusumo";

    private static final String NIK = "3510144508900001";
    private static final String PHONE = "+6281298765432";
    private static final String ADDRESS = "Dusun Krajan Kulon 17";
    private static final String MEDICINE = "Amoksisilin Zeta 500";

    private final UUID cooperative = UUID.randomUUID();
    private final UUID outlet = UUID.randomUUID();
    private final List<UUID> members = new ArrayList<>();
    private Stack stack;
    private Callers callers;
    private Gateway board;

    @BeforeAll
    void aVillageLivesThroughAYear(@TempDir Path data) {
        stack = new Stack(StackOptions.on(data).withoutCaches(), System.out::println).startAll();
        callers = Callers.ofStack(stack.gateway(), stack.data());
        callers.operator()
                .put(
                        "/api/membership/cooperatives/" + cooperative,
                        Map.of(
                                "name", "KDMP Tambong",
                                "villageCode", "35.10.14.2014",
                                "kind", "VILLAGE",
                                "zone", "WIB"));
        callers.operator()
                .put(
                        "/api/membership/outlets/" + outlet,
                        Map.of("cooperativeId", cooperative, "kind", "PHARMACY", "name", "Apotek"));
        board = callers.board(cooperative);
        try (var requests = new InFlight(AT_ONCE)) {
            for (var i = 0; i < MEMBERS; i++) {
                var member = id(cooperative, i);
                members.add(member);
                var particulars = new HashMap<String, Object>();
                particulars.put("cooperativeId", cooperative);
                particulars.put("kind", "ORDINARY");
                particulars.put("name", NAME);
                particulars.put("joinedOn", "2025-01-01");
                if (i == 0) {
                    particulars.put("nik", NIK);
                    particulars.put("phone", PHONE);
                    particulars.put("address", ADDRESS);
                }
                requests.add(() -> board.put("/api/membership/members/" + member, particulars));
            }
            requests.await();
        }
        sell();
    }

    private static UUID id(UUID of, int number) {
        return new UUID(
                0x0194_0000_0000_7000L | (of.getLeastSignificantBits() & 0xFFF),
                0x8000_0000_0000_0000L | ((long) of.hashCode() << 24 >>> 8) | number);
    }

    private void sell() {
        var seller = callers.outlet(outlet);
        var sales = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < MEMBERS * SALES_EACH; i++) {
            sales.add(
                    Map.of(
                            "id",
                            id(outlet, i),
                            "cooperativeId",
                            cooperative,
                            "outletId",
                            outlet,
                            "memberId",
                            members.get(i % MEMBERS),
                            "at",
                            "2025-03-01T02:00:00Z",
                            "lines",
                            List.of(
                                    Map.of(
                                            "medicine",
                                            MEDICINE,
                                            "quantity",
                                            1,
                                            "amount",
                                            1_000 + i % MEMBERS))));
            if (sales.size() == BATCH) {
                var _ =
                        seller.post(
                                "/api/pharmacy/sales/batch",
                                Map.of("sales", sales),
                                JsonNode.class);
                sales.clear();
            }
        }
    }

    @AfterAll
    void end() {
        callers.close();
        stack.close();
    }

    @Test
    void whoeverIsKilledOnTheWayTheYearEndsAsReckonedFromZero() {
        board.put(
                path("/policy"),
                Map.of("preset", "textbook", "funds", Map.of("PATRONAGE", 10_000)));
        board.put(path("/figures"), Map.of("netSurplus", 12_345_678));
        await("the gates to open")
                .atMost(TIMEOUT)
                .until(() -> board.get(path("/gates"), JsonNode.class).path("holds").asBoolean());
        killedUntil(
                "/closing",
                "BOOKS_CLOSED",
                List.of(StackPart.SHU, StackPart.SHU, StackPart.MONGODB, StackPart.SHU));
        board.put(path("/proposal"), Map.of());
        board.put(
                path("/resolution"),
                Map.of(
                        "heldOn", LocalDate.now(ZoneId.of("Asia/Jakarta")).toString(),
                        "present", 900,
                        "members", MEMBERS,
                        "votesFor", 900,
                        "policyVersion", 1));
        callers.supervisor(cooperative).put(path("/resolution/countersignature"), Map.of());
        killedUntil("/division", "DIVIDED", List.of(StackPart.SHU, StackPart.SHU));

        var division = year().path("division");
        var business = 0L;
        for (var i = 0; i < MEMBERS * SALES_EACH; i++) {
            business += 1_000 + i % MEMBERS;
        }
        assertThat(division.path("business").asLong()).isEqualTo(business);
        assertThat(division.path("members").asInt()).isEqualTo(MEMBERS);
        var toMembers = 0L;
        for (var i = 0; i < MEMBERS; i++) {
            toMembers += 12_345_678L * SALES_EACH * (1_000 + i) / business;
        }
        assertThat(division.path("toMembers").asLong()).isEqualTo(toMembers);
        assertThat(division.path("remainder").asLong()).isEqualTo(12_345_678 - toMembers);
        var verification = board.get(path("/verification"), JsonNode.class);
        assertThat(verification.path("equal").asBoolean()).isTrue();
        assertThat(verification.path("accounts").asInt()).isEqualTo(MEMBERS);
        assertThat(year().path("steps").findValuesAsString("to"))
                .containsExactly("BOOKS_CLOSED", "PROPOSED", "APPROVED", "DIVIDED");
    }

    /** Every byte of every topic, every log, every metric of every service. */
    @Test
    void whoTheyAreAndWhatTheyBoughtIsFoundNowhereButInItsOwnDatabase() throws Exception {
        var found = new TreeMap<String, byte[]>();
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()));
                var consumer =
                        new KafkaConsumer<>(
                                Map.of("bootstrap.servers", stack.kafka()),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer())) {
            for (var topic : admin.listTopics().names().get()) {
                var _ = found.put("topic " + topic, bytes(consumer, topic));
            }
        }
        try (var logs = Files.list(stack.data().resolve("logs"))) {
            for (var log : logs.toList()) {
                var _ = found.put("log " + log.getFileName(), Files.readAllBytes(log));
            }
        }
        for (var service :
                List.of(
                        StackPart.MEMBERSHIP,
                        StackPart.PHARMACY,
                        StackPart.CLINIC,
                        StackPart.SHU)) {
            var _ = found.put("metrics " + service, metrics(service));
        }
        assertThat(found.keySet()).contains("topic membership", "topic pharmacy", "metrics SHU");
        assertThat(new String(found.get("topic pharmacy"), UTF_8)).contains(outlet.toString());
        assertThat(new String(found.get("metrics MEMBERSHIP"), UTF_8)).contains("/members/{id}");
        found.forEach((where, bytes) -> {
            var text = new String(bytes, UTF_8);
            for (var secret : List.of(NAME, NIK, PHONE, ADDRESS, MEDICINE)) {
                assertThat(text.contains(secret)).as("%s in %s", secret, where).isFalse();
            }
        });
    }

    private static byte[] bytes(KafkaConsumer<byte[], byte[]> consumer, String topic)
            throws IOException {
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(it -> new TopicPartition(it.topic(), it.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var all = new ByteArrayOutputStream();
        while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                all.write(record.key() == null ? new byte[0] : record.key());
                all.write(record.value() == null ? new byte[0] : record.value());
                for (var header : record.headers()) {
                    all.write(header.value() == null ? new byte[0] : header.value());
                }
            }
        }
        return all.toByteArray();
    }

    private byte[] metrics(StackPart service) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(stack.url(service) + "/actuator/prometheus"))
                            .header(
                                    "Authorization",
                                    "Bearer " + callers.operatorLogin().token().value())
                            .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    /** Asks for the step, kills somebody a moment later, and asks again, until it is taken. */
    private void killedUntil(String step, String state, List<StackPart> victims) {
        var random = new Random(step.hashCode());
        for (var victim : victims) {
            var asked = CompletableFuture.runAsync(() -> ask(step), Thread::startVirtualThread);
            await().atMost(TIMEOUT)
                    .pollDelay(Duration.ofMillis(random.nextInt(20, 400)))
                    .until(() -> true);
            stack.kill(victim);
            stack.start(victim);
            asked.join();
        }
        ask(step);
        await(state).atMost(TIMEOUT).until(() -> year().path("state").asString().equals(state));
    }

    /** Whoever was killed while it began a step keeps its permit for some seconds. */
    private void ask(String step) {
        await("a permit")
                .atMost(TIMEOUT)
                .ignoreExceptionsMatching(
                        e -> e instanceof GatewayRefusal && e.getMessage().contains("Ask again"))
                .until(() -> {
                    board.put(path(step), Map.of());
                    return true;
                });
    }

    private JsonNode year() {
        return board.get(path(""), JsonNode.class).path("bookYear");
    }

    private String path(String rest) {
        return "/api/shu/cooperatives/%s/book-years/2025%s".formatted(cooperative, rest);
    }
}
