package id.lumbung.membership.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Who a member is. The fact that someone joined is never edited, but what is known of the person
 * must be mended when it is wrong and erased when the law asks for it: so it stands here, and
 * nowhere else. Older values are not kept; who changed which field, and when, is.
 *
 * @param id the member's
 * @param account what the account of the admission is recognised by when it is sent again
 * @param nik sealed for this member; {@code nikMasked} is what may be shown of it
 * @param nikHashes what the NIK is recognised by in this cooperative; unique
 * @param erased null while the person is known
 */
@Document(Person.COLLECTION)
record Person(
        @Id UUID id,
        @Version @Nullable Long version,
        UUID cooperativeId,
        List<String> account,
        @Nullable String name,
        @Nullable Binary nik,
        @Nullable String nikMasked,
        @Nullable List<String> nikHashes,
        @Nullable String phone,
        @Nullable String address,
        @Nullable LocalDate birthDate,
        @Nullable Aid aid,
        List<Change> changes,
        Instant recordedAt,
        @Nullable Erased erased) {

    static final String COLLECTION = "persons";

    /** The audit keeps them all; a document does not grow for ever. */
    private static final int CHANGES_KEPT = 200;

    /** Who changed which fields, and when. */
    record Change(Instant at, String subject, @Nullable String client, List<String> fields) {}

    /** When which fields were erased. */
    record Erased(Instant at, List<String> fields) {}

    static Person admitted(Member member, List<String> account, Particulars said, NikSafe safe) {
        var nik = said.nik();
        return new Person(
                member.id(),
                null,
                member.cooperativeId(),
                account,
                said.name(),
                nik == null ? null : safe.seal(member.id(), nik),
                nik == null ? null : nik.masked(),
                nik == null ? null : safe.hashes(member.cooperativeId(), nik),
                said.phone(),
                said.address(),
                birthDate(said, member.joinedOn()),
                said.aid(),
                List.of(),
                member.recordedAt(),
                null);
    }

    /** With what is said in place of what was; what is not spoken of stays. */
    Person corrected(Particulars said, LocalDate joinedOn, NikSafe safe) {
        var nik = said.nik() != null && !has(said.nik(), safe) ? said.nik() : null;
        var bornOn = nik == null ? said.birthDate() : birthDate(said, joinedOn);
        return new Person(
                id,
                version,
                cooperativeId,
                account,
                either(said.name(), name),
                nik == null ? this.nik : safe.seal(id, nik),
                nik == null ? nikMasked : nik.masked(),
                nik == null ? nikHashes : safe.hashes(cooperativeId, nik),
                emptied(either(said.phone(), phone)),
                emptied(either(said.address(), address)),
                either(bornOn, birthDate),
                either(said.aid(), aid),
                changes,
                recordedAt,
                erased);
    }

    Person changed(Change change) {
        var all = new ArrayList<>(changes);
        all.add(change);
        return new Person(
                id,
                version,
                cooperativeId,
                account,
                name,
                nik,
                nikMasked,
                nikHashes,
                phone,
                address,
                birthDate,
                aid,
                List.copyOf(all.subList(Math.max(0, all.size() - CHANGES_KEPT), all.size())),
                recordedAt,
                erased);
    }

    /** Nobody any more: what is left is that somebody was here. */
    Person erased(Instant at) {
        return new Person(
                id,
                version,
                cooperativeId,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                recordedAt,
                new Erased(at, fields()));
    }

    /** The fields in which this person differs from another account of them. */
    List<String> differences(Person other) {
        return named(
                !Objects.equals(name, other.name),
                !Objects.equals(nikHashes, other.nikHashes),
                !Objects.equals(phone, other.phone),
                !Objects.equals(address, other.address),
                !Objects.equals(birthDate, other.birthDate),
                !Objects.equals(aid, other.aid));
    }

    /** The fields that are known. */
    List<String> fields() {
        return named(
                name != null,
                nik != null,
                phone != null,
                address != null,
                birthDate != null,
                aid != null);
    }

    private static List<String> named(
            boolean name,
            boolean nik,
            boolean phone,
            boolean address,
            boolean birthDate,
            boolean aid) {
        var fields = new ArrayList<String>();
        Optional.of("name").filter(_ -> name).ifPresent(fields::add);
        Optional.of("nik").filter(_ -> nik).ifPresent(fields::add);
        Optional.of("phone").filter(_ -> phone).ifPresent(fields::add);
        Optional.of("address").filter(_ -> address).ifPresent(fields::add);
        Optional.of("birthDate").filter(_ -> birthDate).ifPresent(fields::add);
        Optional.of("aid").filter(_ -> aid).ifPresent(fields::add);
        return List.copyOf(fields);
    }

    private boolean has(Nik other, NikSafe safe) {
        var known = nikHashes;
        return known != null
                && safe.hashes(cooperativeId, other).stream().anyMatch(known::contains);
    }

    /**
     * As given, else as the NIK has it. They may differ: on many cards the NIK is the wrong one.
     */
    private static @Nullable LocalDate birthDate(Particulars said, LocalDate joinedOn) {
        return said.birthDate() != null || said.nik() == null
                ? said.birthDate()
                : said.nik().birthDate(joinedOn);
    }

    private static <T> @Nullable T either(@Nullable T said, @Nullable T known) {
        return said == null ? known : said;
    }

    private static @Nullable String emptied(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
