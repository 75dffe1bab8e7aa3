package id.lumbung.identity;

import id.lumbung.edge.problem.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;

/** The smallest service that can host this module: it knows cooperatives and outlets by heart. */
@SpringBootApplication
public class IdentityHost {

    @Bean
    Village village() {
        return new Village();
    }

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NO_SUCH_COOPERATIVE,
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NO_SUCH_MEMBER
    }

    /**
     * Cooperatives, and outlets with the cooperative that each belongs to. and members likewise.
     */
    static final class Village implements Directory {

        private final Map<UUID, UUID> outlets = new ConcurrentHashMap<>();

        private final Map<UUID, UUID> members = new ConcurrentHashMap<>();

        UUID member(UUID cooperative) {
            var id = UUID.randomUUID();
            members.put(id, cooperative);
            return id;
        }

        UUID cooperative() {
            return outlet(null);
        }

        UUID outlet(UUID cooperative) {
            var id = UUID.randomUUID();
            outlets.put(id, cooperative == null ? id : cooperative);
            return id;
        }

        @Override
        public void requireCooperative(UUID cooperativeId) {
            if (!cooperativeId.equals(outlets.get(cooperativeId))) {
                throw Rule.NO_SUCH_COOPERATIVE.because(
                        "Tidak ada koperasi itu.", "No such cooperative.");
            }
        }

        @Override
        public Optional<UUID> cooperativeOf(UUID outletId) {
            return Optional.ofNullable(outlets.get(outletId)).filter(it -> !it.equals(outletId));
        }

        @Override
        public void requireMember(UUID cooperativeId, UUID memberId) {
            if (!cooperativeId.equals(members.get(memberId))) {
                throw Rule.NO_SUCH_MEMBER.because("Tidak ada anggota itu.", "No such member.");
            }
        }
    }
}
