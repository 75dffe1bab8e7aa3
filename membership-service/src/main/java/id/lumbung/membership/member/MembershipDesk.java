package id.lumbung.membership.member;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.edge.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Where memberships end, begin again, and are put right. What annuls or corrects is a fact of its
 * own that points at what it puts right, and stands in the audit before it is done.
 *
 * <p>Each is judged in view of all that were decided for this member before it: of a readmission
 * and an annulment at the same moment, or a leaving and a correction, one sees the other.
 */
@Component
class MembershipDesk {

    private final MemberRegister register;
    private final Memberships memberships;
    private final MemberWrites writes;
    private final AuditLog audit;

    MembershipDesk(
            MemberRegister register, Memberships memberships, MemberWrites writes, AuditLog audit) {
        this.register = register;
        this.memberships = memberships;
        this.writes = writes;
        this.audit = audit;
    }

    /** Ends the latest membership; the leaving has the membership's id. */
    Leaving leave(UUID memberId, LeaveRequest request) {
        return leave(memberId, register.history(memberId).latest().membershipId(), request);
    }

    /**
     * Ends the latest membership.
     *
     * @param leavingId another than the membership's where a leaving before this one was annulled
     * @throws Refusal when the membership ended otherwise, or had not begun
     */
    Leaving leave(UUID memberId, UUID leavingId, LeaveRequest request) {
        var cooperative = register.history(memberId).cooperativeId();
        requireNotAnnulled(leavingId);
        return writes.put(
                memberId,
                memberships.left,
                leavingId,
                () -> {
                    var span = register.history(memberId).latest();
                    var earlier =
                            memberships.left.find(Filters.eq("membershipId", span.membershipId()));
                    if (earlier.stream().anyMatch(it -> !isAnnulled(it.id()))) {
                        throw memberships.left.idReused(earlier.getLast(), earlier.getLast());
                    }
                    requireJoinedBy(span, request.on());
                    var number = earlier.size() + 1;
                    return leaving(
                            leavingId, span.membershipId(), memberId, cooperative, request, number);
                },
                first ->
                        leaving(
                                leavingId,
                                first.membershipId(),
                                memberId,
                                cooperative,
                                request,
                                first.number()));
    }

    private Leaving leaving(
            UUID id,
            UUID membershipId,
            UUID memberId,
            UUID cooperative,
            LeaveRequest request,
            int number) {
        return new Leaving(
                id,
                membershipId,
                memberId,
                cooperative,
                request.on(),
                request.reason(),
                number,
                memberships.left.now());
    }

    private boolean isAnnulled(UUID leavingId) {
        return memberships.annulled.find(leavingId).isPresent();
    }

    private void requireNotAnnulled(UUID leavingId) {
        if (isAnnulled(leavingId)) {
            throw MemberRule.LEAVING_ANNULLED.because(
                    "Pengunduran ini sudah dibatalkan, dan tidak berlaku lagi karena dikirim ulang. Untuk yang lain: PUT /members/{id}/leavings/{id baru}.",
                    "This leaving was annulled, and is not made again by being sent again. For another one: PUT /members/{id}/leavings/{a fresh id}.");
        }
    }

    private static void requireJoinedBy(Span span, LocalDate on) {
        if (on.isBefore(span.joinedOn())) {
            throw MemberRule.LEFT_BEFORE_JOINING.because(
                    "Anggota ini masuk pada %s dan tidak dapat keluar pada %s, sebelum itu."
                            .formatted(span.joinedOn(), on),
                    "The member joined on %s and cannot leave on %s, before that."
                            .formatted(span.joinedOn(), on));
        }
    }

    /**
     * @throws Refusal when there is no such leaving, or the member was admitted again since
     */
    LeavingAnnulment annul(UUID memberId, UUID leavingId, String reason) {
        var history = register.history(memberId);
        var leaving =
                memberships
                        .left
                        .find(leavingId)
                        .filter(it -> it.memberId().equals(memberId))
                        .orElseThrow(() ->
                                MemberRule.NO_SUCH_LEAVING.because(
                                        "Anggota ini tidak punya catatan keluar dengan id itu. Lihat GET /members/{id}.",
                                        "The member has no leaving of this id. GET /members/{id} shows them."));
        var first = memberships.annulled.find(leavingId);
        if (first.isPresent()) {
            return first.get();
        }
        register.requireKnown(memberId);
        requireNotReadmitted(leaving);
        record(MemberAction.LEAVING_ANNULLED, history, leavingId, reason);
        return writes.put(
                memberId,
                memberships.annulled,
                leavingId,
                () -> {
                    register.requireKnown(memberId);
                    requireNotReadmitted(leaving);
                    return annulment(leaving);
                },
                _ -> annulment(leaving));
    }

    private LeavingAnnulment annulment(Leaving leaving) {
        return LeavingAnnulment.of(leaving, memberships.annulled.now());
    }

    private void requireNotReadmitted(Leaving leaving) {
        var latest = register.history(leaving.memberId()).latest();
        if (!leaving.membershipId().equals(latest.membershipId())) {
            throw MemberRule.READMITTED_SINCE.because(
                    "Anggota ini sudah diterima kembali sejak itu. Yang berakhir sebelumnya tidak dapat dilanjutkan.",
                    "The member was admitted again since. What ended before that cannot be made to go on.");
        }
    }

    /**
     * Another membership of one who left.
     *
     * @throws Refusal when they are a member already, or were on that day
     */
    Membership readmit(UUID memberId, UUID membershipId, MembershipRequest request) {
        var cooperative = register.history(memberId).cooperativeId();
        return writes.put(
                memberId,
                memberships.joined,
                membershipId,
                () -> {
                    register.requireKnown(memberId);
                    var latest = register.history(memberId).latest();
                    requireLeftBefore(latest, request.joinedOn());
                    var number =
                            memberships.joined.find(Filters.eq("memberId", memberId)).size() + 1;
                    return membership(memberId, membershipId, cooperative, request, number);
                },
                first -> membership(memberId, membershipId, cooperative, request, first.number()));
    }

    private Membership membership(
            UUID memberId, UUID id, UUID cooperative, MembershipRequest request, int number) {
        return new Membership(
                id,
                memberId,
                cooperative,
                request.kind(),
                request.joinedOn(),
                number,
                memberships.joined.now());
    }

    private static void requireLeftBefore(Span latest, LocalDate joinedOn) {
        var left = latest.leftOn();
        if (left == null) {
            throw MemberRule.ALREADY_A_MEMBER.because(
                    "Ia sudah menjadi anggota sejak %s, dan menjadi anggota satu kali saja."
                            .formatted(latest.joinedOn()),
                    "They are a member since %s, and are one once.".formatted(latest.joinedOn()));
        }
        if (!joinedOn.isAfter(left)) {
            throw MemberRule.MEMBERSHIPS_OVERLAP.because(
                    "Ia menjadi anggota sampai %s; keanggotaan berikutnya dimulai pada hari sesudahnya."
                            .formatted(left),
                    "They were a member until %s; another membership begins on a later day."
                            .formatted(left));
        }
    }

    /**
     * @throws Refusal when there is no such membership, or it would overlap with another
     */
    MembershipCorrection correct(
            UUID memberId, UUID membershipId, UUID correctionId, CorrectionRequest request) {
        var history = register.history(memberId);
        if (memberships.corrected.find(correctionId).isEmpty()) {
            register.requireKnown(memberId);
            requireRoom(history, membershipId, request.joinedOn());
            record(MemberAction.MEMBERSHIP_CORRECTED, history, correctionId, request.reason());
        }
        return writes.put(
                memberId,
                memberships.corrected,
                correctionId,
                () -> {
                    var now = register.history(memberId);
                    requireRoom(now, membershipId, request.joinedOn());
                    return correction(
                            correctionId,
                            lastOf(membershipId),
                            membershipId,
                            now,
                            request,
                            memberships.corrected.now());
                },
                first ->
                        correction(
                                correctionId,
                                first.correctedId(),
                                membershipId,
                                history,
                                request,
                                first.recordedAt()));
    }

    private static MembershipCorrection correction(
            UUID id,
            UUID correctedId,
            UUID membershipId,
            MemberHistory history,
            CorrectionRequest request,
            Instant recordedAt) {
        return new MembershipCorrection(
                id,
                correctedId,
                membershipId,
                history.memberId(),
                history.cooperativeId(),
                request.kind(),
                request.joinedOn(),
                recordedAt);
    }

    /** What stands of a membership: the correction that no other corrects, or itself. */
    private UUID lastOf(UUID membershipId) {
        var all = memberships.corrected.find(Filters.eq("membershipId", membershipId));
        return all.stream()
                .map(MembershipCorrection::id)
                .filter(id -> all.stream().noneMatch(it -> it.correctedId().equals(id)))
                .findAny()
                .orElse(membershipId);
    }

    private static void requireRoom(MemberHistory history, UUID membershipId, LocalDate joinedOn) {
        var span =
                history.spans().stream()
                        .filter(it -> it.membershipId().equals(membershipId))
                        .findAny()
                        .orElseThrow(() ->
                                MemberRule.NO_SUCH_MEMBERSHIP.because(
                                        "Anggota ini tidak punya keanggotaan dengan id itu. Lihat GET /members/{id}.",
                                        "The member has no membership of this id. GET /members/{id} shows them."));
        if (span.leftOn() != null) {
            requireJoinedBy(
                    new Span(membershipId, span.kind(), joinedOn, null, null), span.leftOn());
        }
        var overlaps =
                history.spans().stream()
                        .filter(it -> it.joinedOn().isBefore(span.joinedOn()))
                        .anyMatch(it -> !joinedOn.isAfter(Objects.requireNonNull(it.leftOn())));
        if (overlaps) {
            throw MemberRule.MEMBERSHIPS_OVERLAP.because(
                    "Keanggotaan sebelumnya belum berakhir pada %s.".formatted(joinedOn),
                    "The membership before this one had not ended on %s.".formatted(joinedOn));
        }
    }

    private void record(MemberAction action, MemberHistory history, UUID about, String reason) {
        var _ = audit.record(action.name(), history.cooperativeId(), about.toString(), reason);
    }
}
