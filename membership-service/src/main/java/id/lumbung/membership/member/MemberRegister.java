package id.lumbung.membership.member;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.event.Event.LeavingReason;
import id.lumbung.backbone.event.Event.MemberJoined;
import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.membership.cooperative.Cooperatives;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The register of members (buku daftar anggota): the place where one is admitted, and taken leave
 * of.
 */
@Component
public class MemberRegister {

    private final FactStore<Member> members;
    private final FactStore<Leaving> leavings;
    private final Cooperatives cooperatives;
    private final PersonFile persons;

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NO_SUCH_MEMBER,
        @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
        LEFT_BEFORE_JOINING
    }

    MemberRegister(FactStores books, Cooperatives cooperatives, PersonFile persons) {
        this.members =
                books.open(Member.class, "members", MemberJoined.class)
                        .indexed(false, "cooperativeId", "_id");
        this.persons = persons;
        this.leavings = books.open(Leaving.class, "leavings", MemberLeft.class);
        this.cooperatives = cooperatives;
    }

    /**
     * A member as officers see them.
     *
     * @param name null once the person is erased
     * @param nik masked
     */
    record Shown(
            UUID id,
            UUID cooperativeId,
            MemberKind kind,
            @Nullable String name,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable String nik,
            Instant recordedAt) {

        static Shown of(Member member, @Nullable Person person, @Nullable LocalDate leftOn) {
            return new Shown(
                    member.id(),
                    member.cooperativeId(),
                    member.kind(),
                    person == null ? null : person.name(),
                    member.joinedOn(),
                    leftOn,
                    person == null ? null : person.nikMasked(),
                    member.recordedAt());
        }

        @Override
        public String toString() {
            return "Shown[" + id + "]";
        }
    }

    /**
     * @param next what to give as {@code after} for the next page; null on the last
     */
    record Page(List<Shown> members, @Nullable UUID next) {}

    Shown admit(UUID id, MemberController.Admission admission) {
        var cooperative = cooperatives.get(admission.cooperativeId());
        var member =
                new Member(
                        id,
                        cooperative.id(),
                        admission.kind(),
                        admission.joinedOn(),
                        members.now());
        members.check(member);
        var person =
                persons.admit(member, admission.particulars())
                        .orElseThrow(() -> members.idReused(member));
        return Shown.of(members.put(member), person, null);
    }

    Shown show(UUID id) {
        return Shown.of(get(id), persons.find(id).orElse(null), leftOn(id).orElse(null));
    }

    /**
     * A cooperative's members in the order of their ids.
     *
     * @param after the id of the last member of the page before
     */
    Page page(UUID cooperativeId, @Nullable UUID after, int most) {
        var whose = Filters.eq("cooperativeId", cooperativeId);
        var found =
                members.find(
                        after == null ? whose : Filters.and(whose, Filters.gt("_id", after)), most);
        var ids = found.stream().map(Member::id).toList();
        var known = persons.find(ids);
        var left =
                leavings.find(Filters.in("_id", ids)).stream()
                        .collect(Collectors.toMap(Leaving::id, Leaving::on));
        return new Page(
                found.stream()
                        .map(member ->
                                Shown.of(member, known.get(member.id()), left.get(member.id())))
                        .toList(),
                found.size() < most ? null : found.getLast().id());
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
        return members.find(id)
                .filter(RequestGrant.current()::covers)
                .orElseThrow(() -> noSuchMember(id));
    }

    /**
     * @throws Refusal when the cooperative has no such member
     */
    public Member get(UUID cooperativeId, UUID id) {
        return members.find(id)
                .filter(member -> member.cooperativeId().equals(cooperativeId))
                .orElseThrow(() -> noSuchMember(id));
    }

    Refusal noSuchMember(UUID id) {
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
