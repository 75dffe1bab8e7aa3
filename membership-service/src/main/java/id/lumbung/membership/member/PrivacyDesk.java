package id.lumbung.membership.member;

import id.lumbung.backbone.audit.AuditLine;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where people see what is held about them, have it mended, and have it erased (UU 27/2022). Each
 * is written in the audit before it is answered.
 */
@Component
class PrivacyDesk {

    private static final int MAX_AUDIT_LINES = 1_000;

    private final MemberRegister register;
    private final Persons persons;
    private final NikSafe safe;
    private final List<MemberBalance> balances;
    private final SurplusOffice surplus;
    private final LoginsOfMembers logins;
    private final OwnReads ownReads;
    private final AuditLog audit;
    private final Clock clock;

    PrivacyDesk(
            MemberRegister register,
            Persons persons,
            NikSafe safe,
            List<MemberBalance> balances,
            SurplusOffice surplus,
            LoginsOfMembers logins,
            OwnReads ownReads,
            AuditLog audit,
            Clock clock) {
        this.register = register;
        this.persons = persons;
        this.safe = safe;
        this.balances = balances;
        this.surplus = surplus;
        this.logins = logins;
        this.ownReads = ownReads;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param reason null for the masked form
     */
    PersonalData personalData(UUID id, @Nullable String reason) {
        var member = register.show(id);
        var person = persons.find(id).orElse(null);
        var cooperative = member.cooperativeId();
        if (reason == null) {
            ownReads.record(
                    id,
                    () ->
                            audit.record(
                                    MemberAction.PERSONAL_DATA_READ.name(),
                                    cooperative,
                                    id.toString(),
                                    null));
        } else {
            var _ = record(MemberAction.PERSONAL_DATA_READ_IN_CLEAR, cooperative, id, reason);
        }
        return PersonalData.of(
                member,
                person,
                reason == null || person == null ? member.nik() : inClear(person),
                balances.stream().flatMap(balance -> balance.lines(id).stream()).toList(),
                logins.of(id).orElse(null),
                audit.about(member.cooperativeId(), id.toString(), MAX_AUDIT_LINES));
    }

    /**
     * @throws Refusal when none is registered, or it cannot be opened
     */
    String nik(UUID id, String reason) {
        var member = register.history(id);
        var person = known(id);
        var sealed = person.known().nik();
        if (sealed == null) {
            throw PersonRule.NO_NIK.because(
                    "NIK anggota ini belum tercatat. Tambahkan: PUT /members/{id}/person.",
                    "No NIK is registered for this member. Add it: PUT /members/{id}/person.");
        }
        var _ = record(MemberAction.NIK_READ, member.cooperativeId(), id, reason);
        return safe.open(id, sealed).digits();
    }

    /**
     * Puts what is said in place of what was known. What is not spoken of stays; an empty telephone
     * or address is taken away. A NIK that is mended brings its date of birth along, unless another
     * is given.
     */
    PersonalRecord correct(UUID id, Particulars said, String reason) {
        var member = register.history(id);
        var person = known(id);
        var corrected = person.corrected(said, member.latest().joinedOn(), safe);
        var fields = corrected.known().differences(person.known());
        if (fields.isEmpty()) {
            return person;
        }
        var line =
                record(
                        MemberAction.PERSONAL_DATA_CORRECTED,
                        member.cooperativeId(),
                        id,
                        String.join(", ", fields) + ": " + reason);
        return persons.replace(
                corrected.changed(
                        new RecordChange(line.at(), line.subject(), line.client(), fields)));
    }

    /**
     * Erases who a member was, with their login. Done once; asked for again, answers the same.
     *
     * @throws Refusal while they are a member, while savings or surplus have not been paid out to
     *     them or a year that may give them some is not divided, or when shu-service cannot be
     *     asked
     */
    Erasure erase(UUID id, String reason) {
        var member = register.history(id);
        var person = persons.find(id).orElseThrow(() -> MemberRegister.noSuchMember(id));
        var before = person.erased();
        if (before != null) {
            return new Erasure(id, before.at(), before.fields(), RetentionNote.afterErasure());
        }
        requireSettled(member);
        var _ = record(MemberAction.PERSONAL_DATA_ERASED, member.cooperativeId(), id, reason);
        logins.erase(id);
        var at = clock.instant();
        var _ = persons.replace(person.erased(at));
        return new Erasure(id, at, person.known().fields(), RetentionNote.afterErasure());
    }

    private void requireSettled(MemberHistory member) {
        if (member.latest().leftOn() == null) {
            throw PersonRule.STILL_A_MEMBER.because(
                    "Koperasi wajib mengenal anggotanya (UU 25/1992, buku daftar anggota). Akhiri dahulu keanggotaannya: PUT /members/{id}/leaving.",
                    "A cooperative must know its members (UU 25/1992, buku daftar anggota). End the membership first: PUT /members/{id}/leaving.");
        }
        var owed =
                balances.stream()
                        .map(balance -> balance.owed(member.memberId()))
                        .reduce(Rupiah.ZERO, Rupiah::plus);
        if (owed.isMoreThan(Rupiah.ZERO)) {
            throw PersonRule.SAVINGS_NOT_PAID_OUT.because(
                    "Simpanan %s masih milik anggota ini; yang sudah tidak dikenal tidak dapat dibayar. Bayarkan dahulu: PUT /withdrawals/{id}."
                            .formatted(owed),
                    "%s of savings are still the member's; who is nobody cannot be paid. Pay them out first: PUT /withdrawals/{id}."
                            .formatted(owed));
        }
        surplus.of(member.cooperativeId(), member.memberId()).requireNone();
    }

    private @Nullable String inClear(PersonalRecord person) {
        var sealed = person.known().nik();
        return sealed == null ? null : safe.open(person.id(), sealed).digits();
    }

    private PersonalRecord known(UUID id) {
        var person = persons.find(id).orElseThrow(() -> MemberRegister.noSuchMember(id));
        Persons.requireKnown(person);
        return person;
    }

    private AuditLine record(
            MemberAction action, UUID cooperativeId, UUID about, @Nullable String reason) {
        return audit.record(action.name(), cooperativeId, about.toString(), reason);
    }
}
