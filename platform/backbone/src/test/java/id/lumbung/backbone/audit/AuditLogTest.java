package id.lumbung.backbone.audit;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.testkit.Backends;
import id.lumbung.edge.problem.Refusal;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

class AuditLogTest {

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final com.mongodb.client.MongoClient client =
            MongoClients.create(
                    com.mongodb.MongoClientSettings.builder()
                            .applyConnectionString(
                                    new com.mongodb.ConnectionString(Backends.mongodb()))
                            .uuidRepresentation(UuidRepresentation.STANDARD)
                            .build());
    private final MongoTemplate mongo = new MongoTemplate(client, "audit-" + UUID.randomUUID());
    private final AuditLog log = new AuditLog(mongo, Clock.tickMillis(ZoneOffset.UTC));
    private final UUID cooperative = UUID.randomUUID();

    @AfterEach
    void leave() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void aLineSaysWhoReadWhatWhenAndWhy() {
        var before = Instant.now().minusSeconds(1);
        var _ = log.record("NIK_READ", cooperative, "member-1", "Asked by the tax office");
        assertThat(log.lines(cooperative, Instant.EPOCH, EVER, null, 10))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.number()).isEqualTo(1);
                    assertThat(line.action()).isEqualTo("NIK_READ");
                    assertThat(line.about()).isEqualTo("member-1");
                    assertThat(line.reason()).isEqualTo("Asked by the tax office");
                    assertThat(line.subject()).isEqualTo(Actor.current().subject());
                    assertThat(line.at()).isBetween(before, Instant.now().plusSeconds(1));
                });
        assertThat(log.lines(UUID.randomUUID(), Instant.EPOCH, EVER, null, 10)).isEmpty();
    }

    @Test
    void linesWrittenAtTheSameMomentFormOneChain() throws Exception {
        var asked = new ArrayList<Future<AuditLine>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20)
                    .forEach(i ->
                            asked.add(
                                    callers.submit(() ->
                                            log.record("VISIT_READ", cooperative, "v" + i, null))));
        }
        var numbers = new ArrayList<Long>();
        for (var line : asked) {
            numbers.add(line.get().number());
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 20).boxed().toList());
        var examination = log.examine(cooperative);
        assertThat(examination.lines()).isEqualTo(20);
        assertThat(examination.intact()).isTrue();
    }

    @Test
    void aPageFollowsTheOneBefore() {
        IntStream.range(0, 7)
                .forEach(i -> {
                    var _ = log.record("VISIT_READ", cooperative, "v" + i, null);
                });
        var first = log.lines(cooperative, Instant.EPOCH, EVER, null, 4);
        var second = log.lines(cooperative, Instant.EPOCH, EVER, first.getLast().number(), 4);
        assertThat(first).extracting(AuditLine::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(second).extracting(AuditLine::number).containsExactly(5L, 6L, 7L);
        assertThat(log.lines(cooperative, Instant.EPOCH, first.getFirst().at(), null, 9)).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> log.lines(cooperative, Instant.EPOCH, EVER, 99L, 4));
    }

    @Test
    void aLineThatWasChangedOrTakenOutShows() {
        IntStream.range(0, 5)
                .forEach(i -> {
                    var _ = log.record("NIK_READ", cooperative, "m" + i, "a reason");
                });
        var lines = mongo.getCollection(AuditLog.COLLECTION);
        assertThat(log.examine(cooperative).intact()).isTrue();

        var _ = lines.updateOne(eq("number", 3L), Updates.set("subject", "somebody else"));
        assertThat(log.examine(cooperative).firstBroken()).isEqualTo(3);

        var _ = lines.updateOne(eq("number", 3L), Updates.set("subject", "unknown"));
        assertThat(log.examine(cooperative).intact()).isTrue();

        var _ = lines.deleteOne(eq("number", 2L));
        assertThat(log.examine(cooperative).intact()).isFalse();
        assertThat(log.examine(cooperative).firstBroken()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "action", "about", "subject", "hash"})
    void aLineThatLacksAFieldShowsAndStopsNoOther(String field) {
        IntStream.range(0, 3)
                .forEach(i -> {
                    var _ = log.record("NIK_READ", cooperative, "m" + i, "a reason");
                });
        var lines = mongo.getCollection(AuditLog.COLLECTION);
        var _ = lines.updateOne(eq("number", 3L), Updates.unset(field));

        var next = log.record("NIK_READ", cooperative, "m3", "a reason");

        assertThat(next.number()).isEqualTo(4);
        assertThat(log.examine(cooperative).firstBroken()).isEqualTo(3);
        assertThat(log.lines(cooperative, Instant.EPOCH, EVER, null, 10)).contains(next);
        assertThat(log.about(cooperative, "m3", 10)).containsExactly(next);
        var _ = lines.updateOne(eq("number", 3L), Updates.set(field, 7));
        assertThat(log.record("NIK_READ", cooperative, "m4", null).number()).isEqualTo(5);
        assertThat(log.examine(cooperative).firstBroken()).isEqualTo(3);
    }

    @Test
    void aLineWithoutItsNumberShowsAndStopsNoOther() {
        IntStream.range(0, 3)
                .forEach(i -> {
                    var _ = log.record("NIK_READ", cooperative, "m" + i, "a reason");
                });
        var lines = mongo.getCollection(AuditLog.COLLECTION);
        var _ = lines.updateOne(eq("number", 2L), Updates.set("number", "two"));

        assertThat(log.record("NIK_READ", cooperative, "m3", null).number()).isEqualTo(4);
        assertThat(log.examine(cooperative).intact()).isFalse();
    }

    @Test
    void nothingVagueOrEndlessIsRecorded() {
        for (var action : new String[] {"", "read nik", "NIK READ"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> log.record(action, cooperative, "m", null));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.record("NIK_READ", cooperative, "m", "x".repeat(501)));
        assertThat(log.examine(cooperative).lines()).isZero();
    }

    @Test
    void thereIsNoWayToChangeOrRemoveALine() {
        assertThat(
                        Arrays.stream(AuditLog.class.getDeclaredMethods())
                                .filter(method -> Modifier.isPublic(method.getModifiers()))
                                .map(Method::getName))
                .containsOnly("record", "lines", "about", "examine");
    }
}
