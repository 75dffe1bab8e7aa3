package id.lumbung.membership.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Who a member is. The fact that someone joined is never edited, but what is known of the person
 * must be put right when it is wrong and erased when the law asks for it: so it stands here, and
 * nowhere else. Older values are not kept; who changed which field, and when, is.
 *
 * @param id the member's
 * @param admission hashes by which the admission is recognised when it is sent again
 * @param number in the cooperative; it stays when the person is erased, and is nobody else's
 * @param nikHashes what the NIK is recognised by in this cooperative; unique
 * @param erased null while the person is known
 */
@Document(PersonalRecord.COLLECTION)
record PersonalRecord(
        @Id UUID id,
        @Version @Nullable Long version,
        UUID cooperativeId,
        @Nullable GivenNumber number,
        List<String> admission,
        KnownPerson known,
        @Nullable List<String> nikHashes,
        List<RecordChange> changes,
        Instant recordedAt,
        @Nullable RecordErasure erased) {

    static final String COLLECTION = "persons";

    /** The audit keeps them all; a document does not grow for ever. */
    private static final int MAX_CHANGES = 200;

    static PersonalRecord admitted(
            Membership first,
            MemberNumber number,
            List<String> admission,
            Particulars said,
            NikSafe safe) {
        var nik = said.nik();
        return new PersonalRecord(
                first.memberId(),
                null,
                first.cooperativeId(),
                GivenNumber.of(first.cooperativeId(), number),
                admission,
                KnownPerson.NOTHING.corrected(said, first.memberId(), first.joinedOn(), safe),
                nik == null ? null : safe.hashes(first.cooperativeId(), nik),
                List.of(),
                first.recordedAt(),
                null);
    }

    /** With what is said in place of what was; what is not spoken of stays. */
    PersonalRecord corrected(Particulars said, LocalDate joinedOn, NikSafe safe) {
        var nik = said.nik() != null && has(said.nik(), safe) ? null : said.nik();
        return with(
                known.corrected(said.withNik(nik), id, joinedOn, safe),
                nik == null ? nikHashes : safe.hashes(cooperativeId, nik),
                changes);
    }

    PersonalRecord changed(RecordChange change) {
        var all = new ArrayList<>(changes);
        all.add(change);
        return with(
                known,
                nikHashes,
                List.copyOf(all.subList(Math.max(0, all.size() - MAX_CHANGES), all.size())));
    }

    private PersonalRecord with(
            KnownPerson known, @Nullable List<String> nikHashes, List<RecordChange> changes) {
        return new PersonalRecord(
                id,
                version,
                cooperativeId,
                number,
                admission,
                known,
                nikHashes,
                changes,
                recordedAt,
                erased);
    }

    /** Nobody any more: what is left is that somebody was here. */
    PersonalRecord erased(Instant at) {
        return new PersonalRecord(
                id,
                version,
                cooperativeId,
                number,
                List.of(),
                KnownPerson.NOTHING,
                null,
                List.of(),
                recordedAt,
                new RecordErasure(at, known.fields()));
    }

    @Nullable MemberNumber memberNumber() {
        return number == null ? null : number.number();
    }

    @Nullable String name() {
        return known.name();
    }

    @Nullable String nikMasked() {
        return known.nikMasked();
    }

    private boolean has(Nik other, NikSafe safe) {
        var hashes = nikHashes;
        return hashes != null
                && safe.hashes(cooperativeId, other).stream().anyMatch(hashes::contains);
    }

    @Override
    public String toString() {
        return "PersonalRecord[" + id + "]";
    }
}
