package id.lumbung.membership.member;

import id.lumbung.backbone.audit.AuditLine;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    private static final int AUDIT_LINES_SHOWN = 1_000;

    private final MemberRegister register;
    private final PersonFile persons;
    private final NikSafe safe;
    private final List<MemberAccount> accounts;
    private final AuditLog audit;
    private final Clock clock;

    PrivacyDesk(
            MemberRegister register,
            PersonFile persons,
            NikSafe safe,
            List<MemberAccount> accounts,
            AuditLog audit,
            Clock clock) {
        this.register = register;
        this.persons = persons;
        this.safe = safe;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Everything this service holds about a member.
     *
     * @param nik masked, or in clear where a reason was given
     * @param changes who changed which fields
     * @param readBy the newest lines of the audit that are about the member, up to 1,000
     * @param heldElsewhere what other services hold, and where it is read
     */
    record PersonalData(
            UUID memberId,
            UUID cooperativeId,
            String kind,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable String name,
            @Nullable String nik,
            @Nullable String phone,
            @Nullable String address,
            @Nullable LocalDate birthDate,
            @Nullable Aid aid,
            Instant recordedAt,
            List<Person.Change> changes,
            Person.@Nullable Erased erased,
            List<?> savings,
            List<AuditLine> readBy,
            List<Kept> heldElsewhere) {

        @Override
        public String toString() {
            return "PersonalData[" + memberId + "]";
        }
    }

    /** What was erased, and what is kept though the person is gone. */
    record Erasure(UUID memberId, Instant erasedAt, List<String> erased, List<Kept> kept) {}

    /**
     * @param reason null for the masked form
     */
    PersonalData personalData(UUID id, @Nullable String reason) {
        var member = register.get(id);
        var person = persons.find(id).orElse(null);
        audit.record(
                reason == null ? "PERSONAL_DATA_READ" : "PERSONAL_DATA_READ_IN_CLEAR",
                member.cooperativeId(),
                id.toString(),
                reason);
        return new PersonalData(
                id,
                member.cooperativeId(),
                member.kind().name(),
                member.joinedOn(),
                register.leftOn(id).orElse(null),
                person == null ? null : person.name(),
                person == null ? null : reason == null ? person.nikMasked() : inClear(person),
                person == null ? null : person.phone(),
                person == null ? null : person.address(),
                person == null ? null : person.birthDate(),
                person == null ? null : person.aid(),
                member.recordedAt(),
                person == null ? List.of() : person.changes(),
                person == null ? null : person.erased(),
                accounts.stream().flatMap(account -> account.lines(id).stream()).toList(),
                audit.about(member.cooperativeId(), id.toString(), AUDIT_LINES_SHOWN),
                Kept.elsewhere());
    }

    /**
     * @throws Refusal when none is registered, or it cannot be opened
     */
    String nik(UUID id, String reason) {
        var member = register.get(id);
        var person = known(id);
        var sealed = person.nik();
        if (sealed == null) {
            throw new Refusal(
                    PersonRule.NO_NIK,
                    "No NIK is registered for this member. Add it: PUT /members/{id}/person.");
        }
        audit.record("NIK_READ", member.cooperativeId(), id.toString(), reason);
        return safe.open(id, sealed).digits();
    }

    /**
     * Puts what is said in place of what was known. What is not spoken of stays; an empty telephone
     * or address is taken away. A NIK that is mended brings its date of birth along, unless another
     * is given.
     */
    Person correct(UUID id, Particulars said, String reason) {
        var member = register.get(id);
        var person = known(id);
        var corrected = person.corrected(said, member.joinedOn(), safe);
        var fields = corrected.differences(person);
        if (fields.isEmpty()) {
            return person;
        }
        var line =
                audit.record(
                        "PERSON_CORRECTION",
                        member.cooperativeId(),
                        id.toString(),
                        String.join(", ", fields) + ": " + reason);
        return persons.replace(
                corrected.changed(
                        new Person.Change(line.at(), line.subject(), line.client(), fields)));
    }

    /**
     * Erases who a member was. Done once; asked for again, answers the same.
     *
     * @throws Refusal while they are a member, or savings have not been paid out to them
     */
    Erasure erase(UUID id, String reason) {
        var member = register.get(id);
        var person = persons.find(id).orElseThrow(() -> register.noSuchMember(id));
        var before = person.erased();
        if (before != null) {
            return new Erasure(id, before.at(), before.fields(), Kept.afterErasure());
        }
        requireSettled(id);
        audit.record("PERSON_ERASURE", member.cooperativeId(), id.toString(), reason);
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var _ = persons.replace(person.erased(at));
        return new Erasure(id, at, person.fields(), Kept.afterErasure());
    }

    private void requireSettled(UUID id) {
        if (register.leftOn(id).isEmpty()) {
            throw new Refusal(
                    PersonRule.STILL_A_MEMBER,
                    "A cooperative must know its members (UU 25/1992, buku daftar anggota). End the membership first: PUT /members/{id}/leaving.");
        }
        var owed =
                accounts.stream()
                        .map(account -> account.owed(id))
                        .reduce(Rupiah.ZERO, Rupiah::plus);
        if (owed.isMoreThan(Rupiah.ZERO)) {
            throw new Refusal(
                    PersonRule.SAVINGS_NOT_PAID_OUT,
                    "%s of savings are still the member's; who is nobody cannot be paid. Pay them out first: PUT /withdrawals/{id}."
                            .formatted(owed));
        }
    }

    private @Nullable String inClear(Person person) {
        var sealed = person.nik();
        return sealed == null ? null : safe.open(person.id(), sealed).digits();
    }

    private Person known(UUID id) {
        var person = persons.find(id).orElseThrow(() -> register.noSuchMember(id));
        PersonFile.requireKnown(person);
        return person;
    }
}
