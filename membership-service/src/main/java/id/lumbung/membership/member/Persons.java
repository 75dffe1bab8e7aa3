package id.lumbung.membership.member;

import id.lumbung.edge.problem.Refusal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Who the members are, beside the {@link MemberRegister}. A NIK stands once in a cooperative,
 * whoever registers it at the same moment elsewhere.
 *
 * <p>The person is written before the fact that they joined. A crash in between leaves a person who
 * is no member yet; sending the admission again completes it, and until then the NIK is taken.
 */
@Component
class Persons {

    private final MongoOperations mongo;
    private final NikSafe safe;

    Persons(MongoOperations mongo, NikSafe safe) {
        this.mongo = mongo;
        this.safe = safe;
        var _ =
                mongo.indexOps(PersonalRecord.class)
                        .createIndex(new Index("nikHashes", Sort.Direction.ASC).unique().sparse());
    }

    /**
     * Writes down who joins, once.
     *
     * @return the person as they stand now; empty when another admission was sent before
     * @throws Refusal when a member of the cooperative has the same NIK, or the person was erased
     */
    Optional<PersonalRecord> admit(Membership first, Particulars said) {
        var admission =
                safe.admissionHashes(
                        first.memberId(),
                        "%s %s %s %s"
                                .formatted(
                                        first.cooperativeId(),
                                        first.kind(),
                                        first.joinedOn(),
                                        said.inOneText()));
        try {
            return Optional.of(mongo.insert(PersonalRecord.admitted(first, admission, said, safe)));
        } catch (DuplicateKeyException _) {
            var existing = find(first.memberId()).orElseThrow(Persons::alreadyAMember);
            if (!existing.cooperativeId().equals(first.cooperativeId())) {
                return Optional.empty(); // Another cooperative's: nothing is said of it.
            }
            requireKnown(existing);
            return admission.stream().anyMatch(existing.admission()::contains)
                    ? Optional.of(existing)
                    : Optional.empty();
        }
    }

    Optional<PersonalRecord> find(UUID id) {
        return Optional.ofNullable(mongo.findById(id, PersonalRecord.class));
    }

    Map<UUID, PersonalRecord> find(Collection<UUID> ids) {
        return mongo.find(Query.query(Criteria.where("_id").in(ids)), PersonalRecord.class).stream()
                .collect(Collectors.toMap(PersonalRecord::id, Function.identity()));
    }

    /**
     * @param person as read and changed
     * @throws Refusal when it was changed by somebody else since it was read, or a member of the
     *     cooperative has the same NIK
     */
    PersonalRecord replace(PersonalRecord person) {
        try {
            return mongo.save(person);
        } catch (OptimisticLockingFailureException _) {
            throw PersonRule.CHANGED_MEANWHILE.because(
                    "Orang lain mengubah data orang ini pada saat yang sama. Baca lagi, lalu kirim yang masih perlu diubah.",
                    "Somebody else changed this person at the same moment. Read again, then send what is still to be changed.");
        } catch (DuplicateKeyException _) {
            throw alreadyAMember();
        }
    }

    /**
     * @throws Refusal when the person was erased
     */
    static void requireKnown(PersonalRecord person) {
        var erased = person.erased();
        if (erased != null) {
            throw PersonRule.ERASED.because(
                    "Data diri anggota ini sudah dihapus sejak %s. Keanggotaannya tetap tercatat; lihat GET /members/{id}."
                            .formatted(erased.at()),
                    "Who this member was is erased since %s. The membership itself is kept; see GET /members/{id}."
                            .formatted(erased.at()));
        }
    }

    /** Names the rule, not who it is. */
    private static Refusal alreadyAMember() {
        return PersonRule.ALREADY_A_MEMBER.because(
                "NIK ini sudah terdaftar di koperasi ini; seseorang menjadi anggotanya satu kali. Cari dalam daftar anggota, atau periksa NIK pada KTP.",
                "Somebody with this NIK is registered in this cooperative; a person is its member once. Look for them in the list of members, or check the NIK on the card.");
    }
}
