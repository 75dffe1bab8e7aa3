package id.lumbung.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.membership.Office.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Nobody is forgotten to whom the cooperative owes surplus, or may yet owe some. */
@ServiceTest
@Import(FakeShu.class)
class ErasureTest {

    @Autowired private RestTestClient http;
    @Autowired private MongoOperations mongo;

    private Office office;
    private UUID member;

    @BeforeEach
    void leave() {
        office = Office.opened(http);
        member = office.member();
        office.leave(member, LocalDate.of(2026, 3, 1)).ok();
    }

    @Test
    void whoHasSurplusToComeStaysKnownUntilItIsPaid() {
        due("[{\"bookYear\": 2024, \"amount\": 12500}]", "[2025, 2026]");
        assertThat(erase().refused(409, "surplus-not-paid-out").body())
                .contains("Belum dibayar: 2024", "Tahun buku yang belum dibagi: 2025, 2026")
                .contains("Unpaid: 2024", "Book years not divided yet: 2025, 2026")
                .contains("12");
        requireKnown();

        due("[]", "[2026]");
        assertThat(erase().refused(409, "surplus-not-paid-out").body())
                .contains("Belum dibayar: tidak ada", "Unpaid: none", "2026");
        requireKnown();

        FakeShu.owesNothing(office.cooperative(), member);
        erase().ok();
        assertThat(office.get("/members/" + member).ok().body()).doesNotContain("Sutrisna");

        due("[{\"bookYear\": 2024, \"amount\": 12500}]", "[]");
        erase().ok(); // Asked again, it answers the same.
    }

    @Test
    void nobodyGetsMoneyOrAMembershipBackWhoWasErased() {
        var at = "2026-02-01T03:00:00Z";
        var withdrawal = UUID.randomUUID();
        office.deposit(UUID.randomUUID(), member, "VOLUNTARY", 500, at).ok();
        office.withdraw(withdrawal, member, "VOLUNTARY", 500, at).ok();
        FakeShu.owesNothing(office.cooperative(), member);
        erase().ok();
        office.withdraw(withdrawal, member, "VOLUNTARY", 500, at).ok(); // As it stands.
        for (var asked :
                List.of(
                        office.reverse("withdrawals", withdrawal),
                        office.deposit(UUID.randomUUID(), member, "VOLUNTARY", 500, at),
                        office.annulLeaving(member, member.toString()),
                        office.readmit(
                                member, UUID.randomUUID(), "ORDINARY", LocalDate.of(2026, 4, 1)),
                        office.correct(
                                member,
                                member,
                                UUID.randomUUID(),
                                "ORDINARY",
                                LocalDate.of(2026, 1, 6)))) {
            assertThat(asked.status()).as(asked.body()).isIn(409, 410);
            assertThat(asked.body()).contains("urn:lumbung:erased");
        }
    }

    /** What is no answer must not pass for "nothing is due". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {}",
                "403 | {}",
                "404 | {}",
                "200 | ''",
                "200 | {}",
                "200 | {\"unpaid\": []}",
                "200 | {\"unpaid\": [{}], \"undecided\": []}",
                "200 | <html></html>"
            })
    void whereShuIsNotToBeAskedNothingIsErased(int status, String body) {
        FakeShu.answers(office.cooperative(), member, status, body);
        assertThat(erase().refused(503, "shu-unavailable").body())
                .contains("Tidak ada yang dihapus", "Nothing was erased");
        requireKnown();

        FakeShu.owesNothing(office.cooperative(), member);
        erase().ok();
    }

    private void due(String unpaid, String undecided) {
        FakeShu.answers(
                office.cooperative(),
                member,
                200,
                "{\"memberId\": \"%s\", \"unpaid\": %s, \"undecided\": %s}"
                        .formatted(member, unpaid, undecided));
    }

    private Answer erase() {
        return office.put("/members/" + member + "/erasure", "{\"reason\": \"Diminta\"}");
    }

    private void requireKnown() {
        assertThat(office.get("/members/" + member).ok().body()).contains("Made Sutrisna");
        assertThat(
                        mongo.getCollection("auditLines")
                                .countDocuments(
                                        Filters.and(
                                                Filters.eq("cooperativeId", office.cooperative()),
                                                Filters.eq("action", "PERSONAL_DATA_ERASED"))))
                .isZero();
    }
}
