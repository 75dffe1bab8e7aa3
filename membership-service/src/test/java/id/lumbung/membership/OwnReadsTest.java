package id.lumbung.membership;

import static id.lumbung.backbone.security.Role.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Who reads about themselves without end keeps nobody else's acts out of the audit. */
@ServiceTest
class OwnReadsTest {

    @Autowired private RestTestClient http;
    @Autowired private AuditLog audit;

    @Test
    void whatMembersReadOfThemselvesIsALineAnHourAndWhatOthersReadIsOneEach() {
        var office = Office.opened(http);
        var member = office.member();
        var path = "/members/" + member + "/personal-data";
        var own = Tokens.as(MEMBER).in(office.cooperative()).member(member).on(http);
        for (var time = 0; time < 30; time++) {
            own.get().uri(path).exchange().expectStatus().isOk();
        }
        office.get(path).ok();
        office.get(path).ok();
        assertThat(audit.about(office.cooperative(), member.toString(), 100))
                .filteredOn(line -> line.action().equals("PERSONAL_DATA_READ"))
                .as("two by the office, one an hour by the member, and an hour may end in between")
                .hasSizeBetween(3, 4);
    }
}
