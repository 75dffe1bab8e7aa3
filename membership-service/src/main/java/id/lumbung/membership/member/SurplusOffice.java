package id.lumbung.membership.member;

import id.lumbung.backbone.client.NoAnswer;
import id.lumbung.backbone.client.ServiceClient;
import id.lumbung.backbone.client.ServiceClients;
import id.lumbung.edge.problem.Refusal;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Asks shu-service, with this service's own login, what the cooperative owes a member of its
 * surplus. Without an answer nobody is erased.
 */
@Component
@EnableConfigurationProperties(MembershipSettings.class)
final class SurplusOffice {

    private final ServiceClient shu;

    SurplusOffice(RestClient.Builder builder, MembershipSettings settings) {
        this.shu =
                new ServiceClients(builder, settings.connectTimeout(), settings.answerTimeout())
                        .to(settings.services().shu());
    }

    /**
     * @throws Refusal when shu-service does not answer
     */
    SurplusDues of(UUID cooperativeId, UUID memberId) {
        try {
            return shu.get(
                    SurplusDues.class,
                    "/cooperatives/{c}/members/{m}/dues",
                    cooperativeId,
                    memberId);
        } catch (NoAnswer e) {
            throw away(e.how());
        }
    }

    private static Refusal away(String how) {
        return PersonRule.SHU_UNAVAILABLE.because(
                "Layanan SHU, yang tahu hak anggota yang belum dibayar, tidak memberi jawaban (%s). Tidak ada yang dihapus; coba lagi beberapa detik lagi."
                        .formatted(how),
                "The SHU service, which knows what is still due to the member, %s. Nothing was erased; ask again in a few seconds."
                        .formatted(how));
    }
}
