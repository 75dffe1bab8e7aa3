package id.lumbung.membership.member;

import id.lumbung.edge.problem.Refusal;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Asks shu-service, with this service's own login, what the cooperative owes a member of its
 * surplus. Without an answer nobody is erased.
 */
@Component
@EnableConfigurationProperties(MembershipSettings.class)
final class SurplusOffice {

    private final RestClient shu;

    SurplusOffice(RestClient.Builder builder, MembershipSettings settings) {
        var timeouts =
                HttpClientSettings.defaults()
                        .withTimeouts(settings.connectTimeout(), settings.answerTimeout());
        this.shu =
                builder.clone()
                        .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(timeouts))
                        .baseUrl(settings.services().shu().toString())
                        .build();
    }

    /**
     * @throws Refusal when shu-service does not answer
     */
    SurplusDues of(UUID cooperativeId, UUID memberId) {
        try {
            var dues =
                    shu.get()
                            .uri("/cooperatives/{c}/members/{m}/dues", cooperativeId, memberId)
                            .retrieve()
                            .body(SurplusDues.class);
            if (dues != null) {
                return dues;
            }
        } catch (RestClientResponseException e) {
            throw away("answered " + e.getStatusCode().value());
        } catch (RestClientException e) {
            throw away("did not answer");
        }
        throw away("answered nothing");
    }

    private static Refusal away(String how) {
        return PersonRule.SHU_UNAVAILABLE.because(
                "Layanan SHU, yang tahu hak anggota yang belum dibayar, tidak memberi jawaban (%s). Tidak ada yang dihapus; coba lagi beberapa detik lagi."
                        .formatted(how),
                "The SHU service, which knows what is still due to the member, %s. Nothing was erased; ask again in a few seconds."
                        .formatted(how));
    }
}
