package id.lumbung.membership;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.security.Role;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Members have numbers, are found by them and by name, and a phone knows them by both. */
@ServiceTest
class DirectoryTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate JOINED = LocalDate.of(2026, 1, 5);

    @Autowired private RestTestClient http;

    private Office office;

    @BeforeEach
    void anOffice() {
        office = Office.opened(http);
    }

    private static JsonNode read(Office.Answer answer) {
        return JSON.readTree(answer.ok().body());
    }

    private Office.Answer admit(UUID member, String name, String number) {
        return office.put(
                "/members/" + member,
                """
                {"cooperativeId": "%s", "kind": "ORDINARY", "name": "%s", "joinedOn": "%s", "memberNumber": "%s"}\
                """
                        .formatted(office.cooperative(), name, JOINED, number));
    }

    private String number(Office.Answer answer) {
        return read(answer).path("memberNumber").asString();
    }

    @Test
    void eachMemberIsGivenTheNextNumberOnce() {
        var first = UUID.randomUUID();
        assertThat(number(office.admit(first, "Made Sutrisna", JOINED))).isEqualTo("0001-3");
        assertThat(number(office.admit(first, "Made Sutrisna", JOINED))).isEqualTo("0001-3");
        assertThat(number(office.admit(UUID.randomUUID(), "Siti Hayati", JOINED)))
                .startsWith("0002-");
        assertThat(number(Office.opened(http).admit(UUID.randomUUID(), "Ketut", JOINED)))
                .as("in another cooperative")
                .isEqualTo("0001-3");
    }

    @Test
    void aNumberOfTheOldRegisterIsTakenAndNobodyElseGetsIt() {
        var siti = UUID.randomUUID();
        assertThat(number(admit(siti, "Siti Hayati", "2"))).startsWith("0002-");
        assertThat(number(admit(siti, "Siti Hayati", "2"))).startsWith("0002-");
        admit(siti, "Siti Hayati", "3").refused(409, "id-reused");
        admit(UUID.randomUUID(), "Made", "2").refused(409, "number-taken");
        admit(UUID.randomUUID(), "Made", "572-5").refused(422, "number-mistyped");
        assertThat(number(admit(UUID.randomUUID(), "Made", "572-4"))).isEqualTo("0572-4");
        assertThat(number(office.admit(UUID.randomUUID(), "Ketut", JOINED))).isEqualTo("0001-3");
        assertThat(number(office.admit(UUID.randomUUID(), "Wayan", JOINED))).startsWith("0003-");
    }

    @Test
    void manyAdmittedAtOnceHaveNumbersOfTheirOwn() throws Exception {
        var admissions =
                IntStream.range(0, 24)
                        .<Callable<Office.Answer>>mapToObj(
                                i -> () -> office.admit(UUID.randomUUID(), "Made " + i, JOINED))
                        .toList();
        var numbers = new TreeSet<String>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : callers.invokeAll(admissions)) {
                numbers.add(number(answer.get()).substring(0, 4));
            }
        }
        assertThat(numbers).hasSize(24).contains("0001", "0024");
    }

    private List<String> found(String asked) {
        return found(office, asked);
    }

    private List<String> found(Office by, String asked) {
        return read(by.get("/members?cooperativeId={c}&q={q}", office.cooperative(), asked))
                .path("items")
                .valueStream()
                .map(member -> member.path("name").asString())
                .sorted()
                .toList();
    }

    @Test
    void membersAreFoundByPartsOfTheirNameAndByTheirNumber() {
        admit(UUID.randomUUID(), "Siti Nur Hayati", "572").ok();
        admit(UUID.randomUUID(), "Made Sutrisna", "57").ok();
        admit(UUID.randomUUID(), "Ketut Hayam", "5724").ok();
        assertThat(found("haya")).containsExactly("Ketut Hayam", "Siti Nur Hayati");
        assertThat(found("HAYA siti")).containsExactly("Siti Nur Hayati");
        assertThat(found("572-4")).containsExactly("Siti Nur Hayati");
        assertThat(found("0572")).containsExactly("Siti Nur Hayati");
        assertThat(found("5724")).containsExactly("Ketut Hayam", "Siti Nur Hayati");
        assertThat(found("572-5")).isEmpty();
        for (var nobody : List.of("Wayan", ".*", "\\E", "(", "%", "3510141201800001")) {
            assertThat(found(nobody)).as(nobody).isEmpty();
        }
        var elsewhere = Office.opened(http);
        elsewhere
                .get("/members?cooperativeId={c}&q=siti", office.cooperative())
                .refused(403, "not-yours");
        assertThat(
                        read(elsewhere.get(
                                        "/members?cooperativeId={c}&q=siti",
                                        elsewhere.cooperative()))
                                .path("items"))
                .isEmpty();
    }

    @Test
    void whatIsFoundComesAPageAtATime() {
        for (var i = 0; i < 5; i++) {
            office.admit(UUID.randomUUID(), "Made " + i, JOINED).ok();
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page =
                    read(
                            office.get(
                                    "/members?q=made&limit=2&cooperativeId="
                                            + office.cooperative()
                                            + (next.isEmpty() ? "" : "&after=" + next)));
            page.path("items").forEach(member -> seen.add(member.path("name").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    private Office phone(Role role) {
        var token = Tokens.as(role).in(office.cooperative());
        var outlet = UUID.randomUUID();
        return new Office(
                (role == Role.OUTLET ? token.at(outlet) : token).on(http),
                office.operator(),
                office.cooperative());
    }

    private JsonNode directory(Role role, String since) {
        return read(
                phone(role)
                        .get(
                                "/members/directory?cooperativeId="
                                        + office.cooperative()
                                        + (since.isEmpty() ? "" : "&since=" + since)));
    }

    @Test
    void aPhoneKnowsNumbersAndShortNamesAndNoMore() {
        var siti = UUID.randomUUID();
        admit(siti, "Siti Nur Hayati", "572").ok();
        for (var role : Set.of(Role.OUTLET, Role.CASHIER, Role.PHARMACIST, Role.CLINICIAN)) {
            var page = directory(role, "");
            assertThat(page.path("members").toString())
                    .isEqualTo(
                            "[{\"id\":\"%s\",\"number\":\"0572-4\",\"name\":\"Siti H.\"}]"
                                    .formatted(siti));
            assertThat(Instant.parse(page.path("asOf").asString())).isBefore(Instant.now());
        }
        phone(Role.BOARD)
                .get("/members/directory?cooperativeId=" + office.cooperative())
                .refused(403, "not-allowed");
        phone(Role.CASHIER)
                .get("/members/directory?cooperativeId=" + Office.opened(http).cooperative())
                .refused(403, "not-yours");
    }

    @Test
    void aPhoneIsToldOfThoseOnlyOfWhomSomethingChanged() {
        var siti = office.member();
        var made = office.member();
        var later = Instant.now().plusSeconds(3_600).toString();
        assertThat(directory(Role.CASHIER, "1900-01-01T00:00:00Z").path("members")).hasSize(2);
        assertThat(directory(Role.CASHIER, JOINED + "T00:00:00Z").path("members")).hasSize(2);
        office.put(
                        "/members/" + siti + "/person",
                        "{\"name\": \"Siti Hayati\", \"reason\": \"Salah tulis\"}")
                .ok();
        office.leave(made, LocalDate.of(2026, 5, 3)).ok();
        var members = directory(Role.CASHIER, "").path("members");
        assertThat(members.toString()).contains("\"name\":\"Siti H.\"", "\"left\":\"2026-05-03\"");
        assertThat(members).hasSize(2);
        var path = "/members/directory?limit=1&since=2026-01-01T00:00:00Z&cooperativeId=";
        var first = read(phone(Role.CASHIER).get(path + office.cooperative()));
        var after = "&after=" + first.path("next").asString();
        var second = read(phone(Role.CASHIER).get(path + office.cooperative() + after));
        assertThat(first.path("members")).hasSize(1);
        assertThat(second.path("members")).hasSize(1).isNotEqualTo(first.path("members"));
        // Nothing lies in the future, but what was recorded in the minute before is told again.
        assertThat(directory(Role.CASHIER, later).path("members").size()).isLessThanOrEqualTo(2);
    }
}
