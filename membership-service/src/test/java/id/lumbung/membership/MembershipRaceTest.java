package id.lumbung.membership;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Of two that exclude each other and come at the same moment, one is done and one is refused. */
@ServiceTest
@Import(FakeShu.class)
class MembershipRaceTest {

    private static final int ROUNDS = 40;
    private static final LocalDate LEFT = LocalDate.of(2026, 3, 1);

    @Autowired private RestTestClient http;

    @Test
    void aLeavingIsAnnulledOrFollowedByAReadmission() throws Exception {
        var office = Office.opened(http);
        oneOf(
                office,
                member -> {
                    office.leave(member, LEFT).ok();
                    return List.of(
                            () -> office.annulLeaving(member, member.toString()),
                            () ->
                                    office.readmit(
                                            member,
                                            UUID.randomUUID(),
                                            "ORDINARY",
                                            LEFT.plusDays(9)));
                });
    }

    @Test
    void aMembershipDoesNotEndBeforeItIsCorrectedToBegin() throws Exception {
        var office = Office.opened(http);
        oneOf(
                office,
                member ->
                        List.of(
                                () -> office.leave(member, LEFT),
                                () ->
                                        office.correct(
                                                member,
                                                member,
                                                UUID.randomUUID(),
                                                "ORDINARY",
                                                LEFT.plusDays(1))));
    }

    private static void oneOf(Office office, Function<UUID, List<Callable<Office.Answer>>> both)
            throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < ROUNDS; round++) {
                var done = 0;
                for (var answer : callers.invokeAll(both.apply(office.member()))) {
                    var status = answer.get().status();
                    assertThat(status).as(answer.get().body()).isIn(200, 409, 422);
                    done += status == 200 ? 1 : 0;
                }
                assertThat(done).as("round %d", round).isEqualTo(1);
            }
        }
    }
}
