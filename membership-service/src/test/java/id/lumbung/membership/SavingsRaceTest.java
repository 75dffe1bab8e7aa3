package id.lumbung.membership;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What was paid in goes out once, by whichever way comes first. */
@ServiceTest
@Import(FakeShu.class)
class SavingsRaceTest {

    private static final String AT = "2026-02-01T03:00:00Z";

    @Autowired private RestTestClient http;
    @Autowired private MongoOperations mongo;

    /**
     * The first such fact of a member is decided by an insert, every later one by a replacement.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDepositIsTakenOutOrReversedButNotBoth(boolean isAfterOthers) throws Exception {
        var office = Office.opened(http);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 40; round++) {
                var member = office.member();
                if (isAfterOthers) {
                    office.deposit(UUID.randomUUID(), member, "VOLUNTARY", 500, AT).ok();
                    office.withdraw(UUID.randomUUID(), member, "VOLUNTARY", 500, AT).ok();
                }
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

    /** As after a crash between the decision and the fact's own document. */
    @Test
    void whatWasDecidedAndNotWrittenIsWrittenByTheNextWhoComes() {
        var office = Office.opened(http);
        var member = office.member();
        var deposit = UUID.randomUUID();
        office.deposit(deposit, member, "VOLUNTARY", 1_000, AT).ok();
        var withdrawal = UUID.randomUUID();
        office.withdraw(withdrawal, member, "VOLUNTARY", 400, AT).ok();
        var withdrawals = mongo.getCollection("withdrawals");
        assertThat(withdrawals.deleteOne(eq("_id", withdrawal)).getDeletedCount()).isEqualTo(1);

        office.reverse("deposits", deposit).refused(409, "taken-out-since");

        assertThat(withdrawals.countDocuments(eq("_id", withdrawal))).isEqualTo(1);
        office.withdraw(withdrawal, member, "VOLUNTARY", 400, AT).ok();
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
