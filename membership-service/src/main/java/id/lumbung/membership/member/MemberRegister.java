package id.lumbung.membership.member;

import id.lumbung.backbone.Page;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.membership.cooperative.Cooperatives;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The register of members (buku daftar anggota): who was admitted, when they belong, who they are.
 */
@Component
public class MemberRegister {

    private final Memberships memberships;
    private final Cooperatives cooperatives;
    private final Persons persons;
    private final MemberSearch search;

    MemberRegister(
            Memberships memberships,
            Cooperatives cooperatives,
            Persons persons,
            MemberSearch search) {
        this.memberships = memberships;
        this.cooperatives = cooperatives;
        this.persons = persons;
        this.search = search;
    }

    MemberView admit(UUID id, AdmissionRequest admission) {
        var cooperative = cooperatives.get(admission.cooperativeId());
        var first =
                Membership.first(
                        id,
                        cooperative.id(),
                        admission.kind(),
                        admission.joinedOn(),
                        memberships.joined.now());
        memberships.joined.check(first);
        if (persons.admit(first, admission.particulars(), admission.number()).isEmpty()) {
            throw memberships.joined.idReused(first, first);
        }
        var _ = memberships.joined.put(first);
        return show(id);
    }

    MemberView show(UUID id) {
        return view(first(id), history(id), persons.find(id).orElse(null));
    }

    /**
     * A cooperative's members in the order of their ids.
     *
     * @param after the id of the last member of the page before
     */
    Page<MemberView> page(UUID cooperativeId, @Nullable UUID after, int limit) {
        var found = memberships.first(cooperativeId, after, limit);
        return Page.of(views(found), limit, MemberView::id);
    }

    /** Those found by a number or parts of a name, in the order of their ids. */
    Page<MemberView> found(UUID cooperativeId, String asked, @Nullable UUID after, int limit) {
        var ids = search.find(cooperativeId, asked, after, limit);
        return new Page<>(
                views(memberships.first(ids)),
                ids.size() < limit ? null : ids.getLast().toString());
    }

    private List<MemberView> views(List<Membership> found) {
        var ids = found.stream().map(Membership::memberId).toList();
        var histories = memberships.histories(ids);
        var known = persons.find(ids);
        return found.stream()
                .map(first ->
                        view(
                                first,
                                Objects.requireNonNull(histories.get(first.id())),
                                known.get(first.id())))
                .toList();
    }

    private static MemberView view(
            Membership first, MemberHistory history, @Nullable PersonalRecord person) {
        return MemberView.of(history, first.recordedAt(), person);
    }

    /**
     * @throws Refusal when there is no such member, or the caller may not know of them
     */
    MemberHistory history(UUID id) {
        var _ = first(id);
        return memberships.history(id).orElseThrow(() -> noSuchMember(id));
    }

    /**
     * @throws Refusal when the cooperative has no such member
     */
    public MemberHistory history(UUID cooperativeId, UUID id) {
        return memberships
                .history(id)
                .filter(history -> history.cooperativeId().equals(cooperativeId))
                .orElseThrow(() -> noSuchMember(id));
    }

    /**
     * The id of a member whom the caller may know of.
     *
     * @throws Refusal when there is no such member, or the caller may not know of them
     */
    public UUID shown(UUID id) {
        return first(id).memberId();
    }

    /**
     * Of who is to have money or a membership from now on.
     *
     * @throws Refusal when the person was erased: nobody could ask for it
     */
    public void requireKnown(UUID id) {
        persons.find(id).ifPresent(Persons::requireKnown);
    }

    private Membership first(UUID id) {
        return memberships
                .joined
                .find(id)
                .filter(it -> it.memberId().equals(id))
                .filter(RequestGrant.current()::covers)
                .orElseThrow(() -> noSuchMember(id));
    }

    static Refusal noSuchMember(UUID id) {
        return MemberRule.NO_SUCH_MEMBER.because(
                "Tidak ada anggota dengan id %s. Daftarkan dahulu: PUT /members/{id}."
                        .formatted(id),
                "No member is registered under %s. Register first: PUT /members/{id}."
                        .formatted(id));
    }
}
