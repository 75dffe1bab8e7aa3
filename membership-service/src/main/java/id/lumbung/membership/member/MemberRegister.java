package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event.LeavingReason;
import id.lumbung.backbone.event.Event.MemberJoined;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.fact.FactBooks;
import id.lumbung.backbone.fact.Facts;
import id.lumbung.backbone.problem.Refusal;
import id.lumbung.backbone.security.Grant;
import id.lumbung.membership.MembershipApplication;
import id.lumbung.membership.cooperative.Cooperatives;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The register of members (buku daftar anggota): the place where one is admitted, and taken leave
 * of.
 */
@Component
public class MemberRegister {

    private final Facts<Member> members;
    private final Facts<Leaving> leavings;
    private final Cooperatives cooperatives;

    enum Rule implements Refusal.Rule {
        NO_SUCH_MEMBER(HttpStatus.NOT_FOUND),
        LEFT_BEFORE_JOINING(HttpStatus.UNPROCESSABLE_CONTENT);

        private final HttpStatus status;

        Rule(HttpStatus status) {
            this.status = status;
        }

        @Override
        public HttpStatus status() {
            return status;
        }
    }

    MemberRegister(FactBooks books, Cooperatives cooperatives) {
        this.members =
                books.open(
                        Member.class, "members", MembershipApplication.TOPIC, MemberJoined.class);
        this.leavings =
                books.open(
                        Leaving.class, "leavings", MembershipApplication.TOPIC, MemberLeft.class);
        this.cooperatives = cooperatives;
    }

    Member admit(UUID id, MemberController.Admission admission) {
        var cooperative = cooperatives.get(admission.cooperativeId());
        return members.put(
                new Member(
                        id,
                        cooperative.id(),
                        admission.kind(),
                        admission.name(),
                        admission.joinedOn(),
                        members.now()));
    }

    Leaving leave(UUID id, LocalDate on, LeavingReason reason) {
        var member = get(id);
        if (on.isBefore(member.joinedOn())) {
            throw new Refusal(
                    Rule.LEFT_BEFORE_JOINING,
                    "The member joined on %s and cannot leave on %s, before that."
                            .formatted(member.joinedOn(), on));
        }
        return leavings.put(new Leaving(id, member.cooperativeId(), on, reason, leavings.now()));
    }

    /**
     * @throws Refusal when there is no such member, or the caller may not know of them
     */
    Member get(UUID id) {
        return members.find(id).filter(Grant.current()::covers).orElseThrow(() -> unknown(id));
    }

    /**
     * @throws Refusal when the cooperative has no such member
     */
    public Member get(UUID cooperativeId, UUID id) {
        return members.find(id)
                .filter(member -> member.cooperativeId().equals(cooperativeId))
                .orElseThrow(() -> unknown(id));
    }

    private static Refusal unknown(UUID id) {
        return new Refusal(
                Rule.NO_SUCH_MEMBER,
                "No member is registered under %s. Register first: PUT /members/{id}."
                        .formatted(id));
    }

    /** When a member left; empty while the membership lasts. */
    public Optional<LocalDate> leftOn(UUID id) {
        return leavings.find(id).map(Leaving::on);
    }
}
