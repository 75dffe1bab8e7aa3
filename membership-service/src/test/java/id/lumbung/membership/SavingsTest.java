package id.lumbung.membership;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.security.Role;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class SavingsTest {

    @Autowired private RestTestClient http;

    private Office office;
    private UUID member;

    @BeforeEach
    void aMember() {
        office = Office.opened(http);
        member = office.member();
    }

    @Test
    void manyWithdrawalsAtOnceNeverTakeMoreThanIsThere() throws Exception {
        deposit("VOLUNTARY", 100_000, "2026-02-01T03:00:00Z").ok();
        var ids = IntStream.range(0, 25).mapToObj(_ -> UUID.randomUUID()).toList();
        var asked = new ArrayList<Future<Office.Answer>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            ids.forEach(id -> asked.add(callers.submit(() -> withdraw(id))));
            ids.forEach(id -> asked.add(callers.submit(() -> withdraw(id))));
        }
        for (var answer : asked) {
            if (answer.get().status() != 200) {
                answer.get().refused(409, "too-little-saved");
            }
        }
        assertThat(ids.stream().filter(id -> withdraw(id).status() == 200)).hasSize(10);
        assertThat(
                        office.getAsOperator(
                                        "/reconciliation/outlets/"
                                                + office.cooperative()
                                                + "/days?from=2026-02-01&to=2026-02-02")
                                .body())
                .contains(
                        "\"day\":\"2026-02-01\",\"count\":1,\"sum\":100000",
                        "\"day\":\"2026-02-02\",\"count\":10,\"sum\":-100000");
    }

    private Office.Answer withdraw(UUID id) {
        return office.withdraw(id, member, "VOLUNTARY", 10_000, "2026-02-02T03:00:00Z");
    }

    @Test
    void oneKindOfSavingsDoesNotPayForAnother() {
        deposit("PRINCIPAL", 100_000, "2026-02-01T03:00:00Z").ok();
        withdraw("VOLUNTARY", 1, "2026-02-02T03:00:00Z").refused(409, "too-little-saved");
        deposit("VOLUNTARY", 5_000, "2026-02-03T03:00:00Z").ok();
        withdraw("VOLUNTARY", 5_001, "2026-02-04T03:00:00Z").refused(409, "too-little-saved");
        withdraw("VOLUNTARY", 5_000, "2026-02-04T03:00:00Z").ok();
    }

    @Test
    void principalAndMandatorySavingsAreRefundedOnLeavingOnly() {
        deposit("PRINCIPAL", 100_000, "2026-02-01T03:00:00Z").ok();
        deposit("MANDATORY", 10_000, "2026-02-01T03:00:00Z").ok();
        withdraw("PRINCIPAL", 1, "2026-03-01T03:00:00Z").refused(409, "kept-while-a-member");
        withdraw("MANDATORY", 1, "2026-03-01T03:00:00Z").refused(409, "kept-while-a-member");
        office.leave(member, LocalDate.of(2026, 4, 1)).ok();
        withdraw("PRINCIPAL", 1, "2026-03-31T03:00:00Z").refused(409, "kept-while-a-member");
        withdraw("PRINCIPAL", 100_000, "2026-04-01T03:00:00Z").ok();
        withdraw("MANDATORY", 10_000, "2026-04-02T03:00:00Z").ok();
        withdraw("MANDATORY", 1, "2026-04-02T03:00:00Z").refused(409, "too-little-saved");
    }

    @Test
    void whoHasLeftPaysInNoMoreFromTheNextMorningOn() {
        office.leave(member, LocalDate.of(2026, 4, 1)).ok();
        // 23.30 and 00.30 WIB.
        deposit("VOLUNTARY", 5_000, "2026-04-01T16:30:00Z").ok();
        deposit("VOLUNTARY", 5_000, "2026-04-01T17:30:00Z").refused(409, "not-a-member-then");
    }

    @Test
    void aSlipSentTwiceAnswersTheSameAlsoAfterTheMemberHasLeft() {
        var in = UUID.randomUUID();
        var out = UUID.randomUUID();
        var paidIn = office.deposit(in, member, "VOLUNTARY", 5_000, "2026-05-01T03:00:00Z").ok();
        var paidOut = office.withdraw(out, member, "VOLUNTARY", 5_000, "2026-05-02T03:00:00Z").ok();
        office.leave(member, LocalDate.of(2026, 4, 1)).ok();
        assertThat(office.deposit(in, member, "VOLUNTARY", 5_000, "2026-05-01T03:00:00Z"))
                .isEqualTo(paidIn);
        assertThat(office.withdraw(out, member, "VOLUNTARY", 5_000, "2026-05-02T03:00:00Z"))
                .isEqualTo(paidOut);
        assertThat(paidOut.body()).contains("\"amount\":5000").doesNotContain("turn");
        office.deposit(in, member, "VOLUNTARY", 6_000, "2026-05-01T03:00:00Z")
                .refused(409, "id-reused");
        office.withdraw(out, member, "VOLUNTARY", 4_000, "2026-05-02T03:00:00Z")
                .refused(409, "id-reused");
    }

    @Test
    void aMemberSeesTheirSavingsByKindAndEachLine() {
        var path = "/members/" + member + "/savings";
        var mistaken = UUID.randomUUID();
        office.deposit(mistaken, member, "VOLUNTARY", 70_000, "2026-02-01T03:00:00Z").ok();
        office.put("/deposits/" + mistaken + "/reversal", "{\"reason\": \"Salah tulis\"}").ok();
        deposit("PRINCIPAL", 100_000, "2026-02-02T03:00:00Z").ok();
        deposit("VOLUNTARY", 50_000, "2026-02-03T03:00:00Z").ok();
        withdraw("VOLUNTARY", 20_000, "2026-02-04T03:00:00Z").ok();
        var self = Tokens.as(Role.MEMBER).in(office.cooperative()).member(member).on(http);
        var theirs = new Office(self, self, office.cooperative());
        var seen = theirs.get(path).ok().body();
        assertThat(seen)
                .contains(
                        "{\"kind\":\"PRINCIPAL\",\"amount\":100000}",
                        "{\"kind\":\"MANDATORY\",\"amount\":0}",
                        "{\"kind\":\"VOLUNTARY\",\"amount\":30000}");
        assertThat(office.get(path).ok().body()).isEqualTo(seen);

        var lines = new ArrayList<String>();
        var next = "";
        do {
            var page =
                    new JsonMapper()
                            .readTree(theirs.get(path + "?limit=2" + next).ok().body())
                            .path("lines");
            page.path("items")
                    .forEach(line ->
                            lines.add(
                                    line.path("what").asString()
                                            + " "
                                            + line.path("amount").asLong()));
            next = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        assertThat(lines)
                .containsExactly(
                        "DEPOSIT_REVERSED -70000",
                        "WITHDRAWAL -20000",
                        "DEPOSIT 50000",
                        "DEPOSIT 100000",
                        "DEPOSIT 70000");
        theirs.get(path + "?after=nothing").refused(404, "no-such-line");

        var other = Tokens.as(Role.MEMBER).in(office.cooperative()).member(office.member());
        new Office(other.on(http), self, office.cooperative())
                .get(path)
                .refused(404, "no-such-member");
        Office.opened(http).get(path).refused(404, "no-such-member");
    }

    @Test
    void savingsNeedAMemberOfTheSameCooperative() {
        office.deposit(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "VOLUNTARY",
                        5_000,
                        "2026-02-01T03:00:00Z")
                .refused(404, "no-such-member");
        Office.opened(http)
                .deposit(UUID.randomUUID(), member, "VOLUNTARY", 5_000, "2026-02-01T03:00:00Z")
                .refused(404, "no-such-member");
    }

    @Test
    void nothingAndLessThanNothingIsNoDeposit() {
        deposit("VOLUNTARY", 0, "2026-02-01T03:00:00Z").refused(400, "invalid");
        withdraw("VOLUNTARY", -5, "2026-02-01T03:00:00Z").refused(400, "invalid");
        deposit("LOTTERY", 5_000, "2026-02-01T03:00:00Z").refused(400, "unreadable");
        deposit("VOLUNTARY", 5_000, "2999-01-01T00:00:00Z").refused(422, "at-in-the-future");
    }

    private Office.Answer deposit(String kind, long amount, String at) {
        return office.deposit(UUID.randomUUID(), member, kind, amount, at);
    }

    private Office.Answer withdraw(String kind, long amount, String at) {
        return office.withdraw(UUID.randomUUID(), member, kind, amount, at);
    }
}
