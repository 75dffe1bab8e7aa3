package id.lumbung.membership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.security.Keyset;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.membership.Office.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What is known of a person: seen, mended and erased, and each time it is known by whom. */
@ServiceTest
@Import(FakeShu.class)
class PersonTest {

    private static final String NAME = "Siti Rahayu Wulandari";
    private static final String PHONE = "+62 812 3456 7890";
    private static final String ADDRESS = "Dusun Krajan RT 03";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final UUID member = UUID.randomUUID();
    private final String nik = aNik();

    @Autowired private RestTestClient http;
    @Autowired private MongoOperations mongo;
    @Autowired private Keyset keys;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.opened(http);
    }

    @Test
    void theNikIsShownMaskedAndStandsNowhereInClear() {
        var admitted = admit(member, nik).ok();
        assertThat(admitted.body()).contains("\"nik\":\"" + masked(nik) + "\"", NAME);
        for (var answer :
                new Answer[] {
                    admitted,
                    office.get("/members/" + member).ok(),
                    office.get("/members?cooperativeId=" + office.cooperative()).ok(),
                    office.get("/members/" + member + "/personal-data").ok()
                }) {
            assertThat(answer.body()).contains(masked(nik)).doesNotContain(nik);
        }
        assertThat(everyDocument()).contains(masked(nik), PHONE).doesNotContain(nik);
    }

    @Test
    void aPersonIsAMemberOfACooperativeOnceAndTheRefusalTellsNothingOfThem() {
        admit(member, nik).ok();
        var refusal = admit(UUID.randomUUID(), nik).refused(409, "already-a-member");
        assertThat(refusal.body()).doesNotContain(member.toString(), "Siti", nik, masked(nik));
        assertThat(office.get("/members?cooperativeId=" + office.cooperative()).body())
                .containsOnlyOnce("\"cooperativeId\"");
        office = Office.opened(http);
        admit(UUID.randomUUID(), nik).ok(); // Where one lives later is another cooperative.
    }

    @Test
    void ofManyRegistrationsOfOnePersonAtTheSameMomentOneStands() throws Exception {
        var asked = new ArrayList<Future<Answer>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 16)
                    .forEach(_ -> asked.add(callers.submit(() -> admit(UUID.randomUUID(), nik))));
        }
        var admitted = 0;
        for (var answer : asked) {
            if (answer.get().status() == 200) {
                admitted++;
            } else {
                answer.get().refused(409, "already-a-member");
            }
        }
        assertThat(admitted).isEqualTo(1);
    }

    @Test
    void aNikIsOptionalAndWhatIsNoneIsRefused() {
        office.admit(UUID.randomUUID(), NAME, LocalDate.of(2026, 1, 5)).ok();
        office.admit(UUID.randomUUID(), NAME, LocalDate.of(2026, 1, 5)).ok();
        admit(UUID.randomUUID(), nik).ok();
        admit(UUID.randomUUID(), aNik()).ok();
        admit(UUID.randomUUID(), "1234567890123456").refused(422, "nik-impossible");
    }

    @Test
    void theNikIsReadInClearForAReasonAndTheReadingIsKnown() {
        admit(member, nik).ok();
        for (var bad : new String[] {"", " ", "NIK " + nik + " checked"}) {
            ask("nik", bad).refused(400, "invalid");
        }
        assertThat(office.getAsOperator("/audit?cooperativeId=" + office.cooperative()).ok().body())
                .contains("\"items\":[]");
        assertThat(ask("nik", "Laporan pajak").ok().body()).contains(nik);
        assertThat(ask("personal-data", "Permintaan anggota").ok().body())
                .contains(nik, PHONE, ADDRESS, "PKH");
        office.get("/members/" + member + "/personal-data").ok();
        var audit =
                office.getAsOperator("/audit?cooperativeId=" + office.cooperative()).ok().body();
        assertThat(audit)
                .containsSubsequence(
                        "\"number\":1",
                        "\"action\":\"NIK_READ\"",
                        "\"about\":\"" + member + "\"",
                        "Laporan pajak",
                        "\"number\":2",
                        "\"action\":\"PERSONAL_DATA_READ_IN_CLEAR\"",
                        "\"number\":3",
                        "\"action\":\"PERSONAL_DATA_READ\"")
                .doesNotContain(nik, NAME, PHONE, ADDRESS);
        assertThat(
                        office.getAsOperator(
                                        "/audit/examination?cooperativeId=" + office.cooperative())
                                .ok()
                                .body())
                .contains("\"lines\":3", "\"intact\":true");
    }

    @Test
    void whatCannotBeRecordedIsNotAnswered() {
        admit(member, nik).ok();
        ask("nik", "Laporan pajak").ok();
        var lines = mongo.getCollection("auditLines");
        // No line can be put after this one: the number that would follow it is taken.
        var _ =
                lines.insertOne(
                        new Document("cooperativeId", office.cooperative()).append("number", 1e18));
        for (var answer :
                new Answer[] {
                    ask("nik", "Laporan pajak"),
                    ask("personal-data", "Laporan pajak"),
                    office.get("/members/" + member + "/personal-data"),
                    correct("\"phone\": \"0811 000 111\"")
                }) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain(nik, NAME, PHONE, ADDRESS);
        }
        assertThat(everyDocument()).contains(PHONE).doesNotContain("0811 000 111");
    }

    @Test
    void whatIsWrongIsMendedAndWhoMendedItIsKnownButNotWhatItWas() {
        var admitted = admit(member, nik).ok();
        var mended = aNik();
        assertThat(
                        correct(
                                        "\"name\": \"Siti Rahayu\", \"nik\": \"%s\", \"address\": \"\""
                                                .formatted(mended))
                                .ok()
                                .body())
                .contains("Siti Rahayu", masked(mended))
                .doesNotContain("Wulandari", mended);
        correct("\"name\": \"Siti Rahayu\"").ok(); // Nothing to change: nothing recorded.
        var data = office.get("/members/" + member + "/personal-data").ok().body();
        assertThat(data)
                .contains(
                        PHONE,
                        "\"fields\":[\"name\",\"nik\",\"address\"",
                        "PERSONAL_DATA_CORRECTED")
                .doesNotContain("Wulandari", ADDRESS);
        assertThat(everyDocument()).doesNotContain("Wulandari", ADDRESS);
        assertThat(count("PERSONAL_DATA_CORRECTED")).isEqualTo(1);

        // The outlet's app, which does not know, sends the admission again.
        assertThat(admit(member, nik).ok().body()).contains("Siti Rahayu", masked(mended));
        assertThat(admitted.body()).contains("Wulandari");
        office.admit(member, "Siti Rahayu", LocalDate.of(2026, 1, 5)).refused(409, "id-reused");
        admit(UUID.randomUUID(), mended).refused(409, "already-a-member");
        admit(UUID.randomUUID(), nik).ok(); // It was somebody else's all along.
        correct("\"nik\": \"" + nik + "\"").refused(409, "already-a-member");
    }

    @Test
    void whoHasLeftAndIsPaidOutIsErasedAndTheFactsStay() {
        admit(member, nik).ok();
        var deposit = UUID.randomUUID();
        office.deposit(deposit, member, "VOLUNTARY", 50_000, "2026-01-06T03:00:00Z").ok();
        erase().refused(409, "still-a-member");
        office.leave(member, LocalDate.of(2026, 3, 1)).ok();
        erase().refused(409, "savings-not-paid-out");
        office.withdraw(UUID.randomUUID(), member, "VOLUNTARY", 50_000, "2026-03-02T03:00:00Z")
                .ok();
        var days =
                "/reconciliation/outlets/"
                        + office.cooperative()
                        + "/days?from=2026-01-01&to=2026-12-31";
        var before = days(office.getAsOperator(days).ok());

        var erased = erase().ok();
        assertThat(erased.body())
                .contains(
                        "\"erased\":[\"name\",\"nik\",\"phone\",\"address\",\"birthDate\",\"aid\"]")
                .contains("UU 25/1992", "Permenkes 24/2022", "sepuluh tahun", "ten years");
        assertThat(erase()).isEqualTo(erased);
        assertThat(count("PERSONAL_DATA_ERASED")).isEqualTo(1);
        assertThat(everyDocument()).doesNotContain(NAME, PHONE, ADDRESS, masked(nik), "PKH");
        assertThat(days(office.getAsOperator(days).ok())).isEqualTo(before);
        assertThat(office.get("/members/" + member).ok().body())
                .contains("2026-01-05", "2026-03-01")
                .doesNotContain("name", "nik");
        assertThat(office.get("/members/" + member + "/personal-data").ok().body())
                .contains(deposit.toString(), "\"erased\":{")
                .doesNotContain("Siti");

        admit(member, nik).refused(410, "erased");
        correct("\"name\": \"Siti\"").refused(410, "erased");
        ask("nik", "Laporan pajak").refused(410, "erased");
        admit(UUID.randomUUID(), nik).ok(); // Who is forgotten may come again.
        assertThat(
                        new Topic("membership")
                                .await(
                                        4,
                                        record ->
                                                new String(record.value(), UTF_8)
                                                        .contains(member.toString())))
                .hasSize(4); // Joined, paid in, left, paid out; an erasure is nobody's event.
    }

    @Test
    void newKeysPartNothingThatBelongsTogether() {
        admit(member, nik).ok();
        keys.rotateSealing();
        keys.rotateHashing();
        assertThat(ask("nik", "Laporan pajak").ok().body()).contains(nik);
        admit(UUID.randomUUID(), nik).refused(409, "already-a-member");
        admit(member, nik).ok();
        correct("\"nik\": \"" + nik + "\"").ok();
        assertThat(count("PERSONAL_DATA_CORRECTED")).isZero();
        var later = aNik();
        admit(UUID.randomUUID(), later).ok();
        admit(UUID.randomUUID(), later).refused(409, "already-a-member");
    }

    @Test
    void aNikThatWasTamperedWithIsNotReadAndHindersNothingElse() {
        admit(member, nik).ok();
        var persons = mongo.getCollection("persons");
        var sealed =
                persons.find(Filters.eq("_id", member))
                        .map(person -> person.getEmbedded(List.of("known", "nik"), Binary.class))
                        .first();
        var tampered = sealed.getData().clone();
        tampered[10] ^= 1;
        var _ = persons.updateOne(Filters.eq("_id", member), Updates.set("known.nik", tampered));
        assertThat(ask("nik", "Laporan pajak").refused(503, "nik-cannot-be-opened").body())
                .doesNotContain(nik);
        assertThat(office.get("/members/" + member + "/personal-data").ok().body())
                .contains(NAME, masked(nik));
        var _ = persons.updateOne(Filters.eq("_id", member), Updates.set("known.nik", sealed));
        assertThat(ask("nik", "Laporan pajak").ok().body()).contains(nik);
    }

    @Test
    void theListIsPagedInTheOrderOfIds() {
        var ids = new TreeSet<String>();
        for (var i = 0; i < 7; i++) {
            var id = UUID.randomUUID();
            ids.add(id.toString());
            office.admit(id, NAME, LocalDate.of(2026, 1, 5)).ok();
        }
        office.leave(UUID.fromString(ids.first()), LocalDate.of(2026, 4, 1)).ok();
        var listed = new ArrayList<String>();
        var path = "/members?limit=3&cooperativeId=" + office.cooperative();
        for (var page = office.get(path).ok().body(); ; ) {
            ids(page).forEach(listed::add);
            if (!page.contains("\"next\"")) {
                break;
            }
            page = office.get(path + "&after=" + listed.getLast()).ok().body();
        }
        assertThat(listed).containsExactlyElementsOf(ids);
        assertThat(office.get(path).body()).contains("\"leftOn\":\"2026-04-01\"", NAME);
        office.get(path.replace("limit=3", "limit=1001")).refused(400, "invalid");
        office.get("/members?cooperativeId=" + UUID.randomUUID()).refused(403, "not-yours");
    }

    private Answer admit(UUID id, String nik) {
        return office.put(
                "/members/" + id,
                """
                {"cooperativeId": "%s", "kind": "ORDINARY", "name": "%s", "joinedOn": "2026-01-05",
                 "nik": "%s", "phone": "%s", "address": "%s",
                 "aid": {"kpm": true, "programmes": ["PKH"], "source": "DTSEN", "checkedOn": "2026-01-04"}}\
                """
                        .formatted(office.cooperative(), NAME, nik, PHONE, ADDRESS));
    }

    private Answer ask(String what, String reason) {
        return office.post("/members/" + member + "/" + what, "{\"reason\": \"" + reason + "\"}");
    }

    private Answer correct(String fields) {
        return office.put(
                "/members/" + member + "/person", "{" + fields + ", \"reason\": \"Salah tulis\"}");
    }

    private Answer erase() {
        return office.put(
                "/members/" + member + "/erasure", "{\"reason\": \"Permintaan anggota\"}");
    }

    private long count(String action) {
        return mongo.getCollection("auditLines")
                .countDocuments(
                        Filters.and(
                                Filters.eq("cooperativeId", office.cooperative()),
                                Filters.eq("action", action)));
    }

    /** All that the database holds under our ids. */
    private String everyDocument() {
        var text = new StringBuilder();
        for (var collection : mongo.getCollectionNames()) {
            for (var document : mongo.getCollection(collection).find()) {
                if (belongs(document)) {
                    document.forEach((field, value) ->
                            text.append(field)
                                    .append('=')
                                    .append(
                                            value instanceof Binary binary
                                                    ? new String(binary.getData(), UTF_8)
                                                    : value)
                                    .append('\n'));
                }
            }
        }
        return text.toString();
    }

    private boolean belongs(Document document) {
        return office.cooperative().equals(document.get("cooperativeId"));
    }

    private static String days(Answer totals) {
        return totals.body().substring(totals.body().indexOf("\"days\""));
    }

    private static Stream<String> ids(String page) {
        return ID.matcher(page).results().map(match -> match.group(1));
    }

    private static String masked(String nik) {
        return nik.substring(0, 2) + "************" + nik.substring(14);
    }

    /** Another one each time, of a woman born on 5 August 1990. */
    private static String aNik() {
        var random = ThreadLocalRandom.current();
        return "%d%02d%02d450890%04d"
                .formatted(
                        random.nextInt(11, 99),
                        random.nextInt(1, 99),
                        random.nextInt(1, 99),
                        random.nextInt(1, 9_999));
    }
}
