package id.lumbung.membership;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What was paid in goes out once, by whichever way comes first. */
@ServiceTest
class SavingsRaceTest {

    private static final String AT = "2026-02-01T03:00:00Z";

    @Autowired private RestTestClient http;

    @Test
    void aDepositIsTakenOutOrReversedButNotBoth() throws Exception {
        var office = Office.opened(http);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 40; round++) {
                var member = office.member();
                var deposit = UUID.randomUUID();
                office.deposit(deposit, member, "VOLUNTARY", 1_000, AT).ok();
                List<Callable<Office.Answer>> both =
                        List.of(
                                () ->
                                        office.withdraw(
                                                UUID.randomUUID(), member, "VOLUNTARY", 1_000, AT),
                                () -> office.reverse("deposits", deposit));
                var done = 0;
                for (var answer : callers.invokeAll(both)) {
                    var status = answer.get().status();
                    assertThat(status).as(answer.get().body()).isIn(200, 409);
                    done += status == 200 ? 1 : 0;
                }
                assertThat(done).as("round %d", round).isEqualTo(1);
            }
        }
    }

    @Test
    void anErasedMemberOfAnotherCooperativeIsNotSpokenOf() {
        var theirs = Office.opened(http);
        var member = theirs.member();
        theirs.leave(member, LocalDate.of(2026, 3, 1)).ok();
        theirs.put("/members/" + member + "/erasure", "{\"reason\": \"Diminta\"}").ok();
        var answer = Office.opened(http).admit(member, "Wayan", LocalDate.of(2026, 1, 5));
        answer.refused(409, "id-reused");
    }
}
