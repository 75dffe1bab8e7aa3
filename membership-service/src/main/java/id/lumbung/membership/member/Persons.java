package id.lumbung.membership.member;

import id.lumbung.edge.problem.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
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

    private static final String COOPERATIVE = "cooperativeId";

    private final MongoOperations mongo;
    private final NikSafe safe;
    private final MemberNumbers numbers;

    Persons(MongoOperations mongo, NikSafe safe, MemberNumbers numbers) {
        this.mongo = mongo;
        this.safe = safe;
        this.numbers = numbers;
        var indexes = mongo.indexOps(PersonalRecord.class);
        var _ = indexes.createIndex(new Index("nikHashes", Sort.Direction.ASC).unique().sparse());
        var _ =
                indexes.createIndex(
                        new Index(GivenNumber.KEY, Sort.Direction.ASC).unique().sparse());
        var _ =
                indexes.createIndex(
                        new Index(COOPERATIVE, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }

    /**
     * Writes down who joins, once, under a number of their own.
     *
     * @param wanted the number that stands in the cooperative's own register; null for the next
     * @return the person as they stand now; empty when another admission was sent before
     * @throws Refusal when a member of the cooperative has the same NIK or number, or the person
     *     was erased
     */
    Optional<PersonalRecord> admit(
            Membership first, Particulars said, @Nullable MemberNumber wanted) {
        var admission =
                safe.admissionHashes(
                        first.memberId(),
                        "%s %s %s %s%s"
                                .formatted(
                                        first.cooperativeId(),
                                        first.kind(),
                                        first.joinedOn(),
                                        said.inOneText(),
                                        wanted == null ? "" : " " + wanted));
        while (true) {
            var existing = find(first.memberId());
            if (existing.isPresent()) {
                return again(existing.get(), first, admission);
            }
            var number = wanted == null ? numbers.next(first.cooperativeId()) : wanted;
            try {
                return Optional.of(
                        mongo.insert(
                                PersonalRecord.admitted(first, number, admission, said, safe)));
            } catch (DuplicateKeyException _) {
                requireOnlyTheNumberIsTaken(first, number, wanted != null);
            }
        }
    }

    private static Optional<PersonalRecord> again(
            PersonalRecord existing, Membership first, List<String> admission) {
        if (!existing.cooperativeId().equals(first.cooperativeId())) {
            return Optional.empty(); // Another cooperative's: nothing is said of it.
        }
        requireKnown(existing);
        return admission.stream().anyMatch(existing.admission()::contains)
                ? Optional.of(existing)
                : Optional.empty();
    }

    /**
     * Then the next is tried, unless this one was asked for; so it is where the same came twice.
     */
    private void requireOnlyTheNumberIsTaken(
            Membership first, MemberNumber number, boolean isWanted) {
        if (find(first.memberId()).isPresent()) {
            return;
        }
        var key = GivenNumber.key(first.cooperativeId(), number);
        if (!mongo.exists(
                Query.query(Criteria.where(GivenNumber.KEY).is(key)), PersonalRecord.class)) {
            throw alreadyAMember();
        }
        if (isWanted) {
            throw MemberRule.NUMBER_TAKEN.because(
                    "Nomor anggota %s sudah milik anggota lain di koperasi ini. Periksa buku daftar anggota, atau kosongkan agar diberi nomor berikutnya."
                            .formatted(number),
                    "Another member of this cooperative has the number %s. Look in the register, or leave it out to be given the next."
                            .formatted(number));
        }
    }

    /** The ids of those, up to so many, who were recorded, changed or erased since. */
    List<UUID> changed(UUID cooperativeId, Instant since, int max) {
        var which =
                Criteria.where(COOPERATIVE)
                        .is(cooperativeId)
                        .orOperator(
                                Criteria.where("recordedAt").gte(since),
                                Criteria.where("changes.at").gte(since),
                                Criteria.where("erased.at").gte(since));
        var query = Query.query(which).limit(max);
        query.fields().include("_id");
        return mongo.find(query, Document.class, PersonalRecord.COLLECTION).stream()
                .map(person -> person.get("_id", UUID.class))
                .toList();
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
