package id.lumbung.shu.statement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.lumbung.backbone.client.NoAnswer;
import id.lumbung.backbone.client.ServiceClient;
import id.lumbung.backbone.client.ServiceClients;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.ShuSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the membership office for the names on statements. Names are asked for when a statement is
 * made and kept nowhere: here are only ids.
 */
@Component
public class MemberNames {

    /** As many members as are asked for at a time. */
    static final int PAGE = 1_000;

    /** For a page: a paper is made of many, and the gateway waits a minute for all of it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Of one cooperative, those who left among them: some 30 MB while a paper is made. */
    static final int MAX_NAMES = 250_000;

    private final ServiceClient membership;

    /** What is written about a cooperative on a statement. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Cooperative(String name, @Nullable String villageCode) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<Member> items, @Nullable UUID next) {

        Page {
            items = List.copyOf(items);
        }

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Member(UUID id, @Nullable UUID cooperativeId, @Nullable String name) {

            Member {
                var _ = Objects.requireNonNull(id);
            }
        }
    }

    MemberNames(ServiceClients clients, ShuSettings settings) {
        this.membership = clients.to(settings.services().membership(), TIMEOUT);
    }

    /**
     * @throws Refusal when the membership office does not answer
     */
    public Cooperative cooperative(UUID cooperativeId) {
        return ask(Cooperative.class, "/cooperatives/{id}", cooperativeId);
    }

    /**
     * One member's name; none where they have none, or are no member of this cooperative.
     *
     * @throws Refusal when the membership office does not answer
     */
    public Optional<String> of(UUID cooperativeId, UUID memberId) {
        return find(Page.Member.class, "/members/{id}", memberId)
                .filter(member -> cooperativeId.equals(member.cooperativeId()))
                .map(Page.Member::name);
    }

    /**
     * Names by member id, of all members there ever were; without those that have none.
     *
     * @throws Refusal when the membership office does not answer, or has more members than {@link
     *     #MAX_NAMES}
     */
    public Map<UUID, String> of(UUID cooperativeId) {
        var names = new HashMap<UUID, String>();
        var page =
                ask(Page.class, "/members?cooperativeId={id}&limit={limit}", cooperativeId, PAGE);
        var pages = 1;
        while (true) {
            for (var member : page.items()) {
                if (member.name() != null) {
                    names.put(member.id(), member.name());
                }
            }
            var next = page.next();
            if (next == null) {
                return names;
            }
            if (++pages > MAX_NAMES / PAGE) {
                throw tooMany();
            }
            page =
                    ask(
                            Page.class,
                            "/members?cooperativeId={id}&after={after}&limit={limit}",
                            cooperativeId,
                            next,
                            PAGE);
        }
    }

    private static Refusal tooMany() {
        return StatementRule.TOO_MANY_MEMBERS.because(
                "Koperasi ini punya lebih dari %d anggota terdaftar; laporan dengan nama dibuat untuk paling banyak sekian."
                        .formatted(MAX_NAMES),
                "The cooperative has more than %d registered members; papers with names are made for so many at most."
                        .formatted(MAX_NAMES));
    }

    private <T> T ask(Class<T> type, String path, Object... values) {
        return find(type, path, values).orElseThrow(() -> away("answered 404"));
    }

    /** Empty where there is no such thing. */
    private <T> Optional<T> find(Class<T> type, String path, Object... values) {
        try {
            return membership.find(type, path, values);
        } catch (NoAnswer e) {
            throw away(e.how());
        }
    }

    private static Refusal away(String how) {
        return StatementRule.MEMBERSHIP_UNAVAILABLE.because(
                "Layanan keanggotaan, yang tahu nama-nama, tidak memberi jawaban (%s). Coba lagi beberapa detik lagi."
                        .formatted(how),
                "The membership service, which knows the names, %s. Ask again in a few seconds."
                        .formatted(how));
    }
}
