package id.lumbung.membership.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.security.Keyset;
import id.lumbung.backbone.security.Keyset.Unopened;
import id.lumbung.edge.problem.Refusal;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Seals NIKs, and recognises one that was seen before without opening any.
 *
 * <p>Does not start with other keys than those that the database was written with: what is sealed
 * could not be opened, and nobody would be recognised.
 */
@Component
class NikSafe {

    private static final Logger log = LoggerFactory.getLogger(NikSafe.class);
    private static final String MARKS = "keyMarks";
    private static final String MARK = "persons";
    private static final String MARKED = "These are the keys of this database.";

    private final Keyset keys;

    NikSafe(Keyset keys, MongoOperations mongo) {
        this.keys = keys;
        var mark = mongo.findById(MARK, Document.class, MARKS);
        if (mark == null) {
            mark = mark(mongo);
        }
        try {
            var _ = keys.open(mark.get("sealed", Binary.class).getData(), MARK);
        } catch (Unopened _) {
            throw new IllegalStateException(
                    "The keys in LUMBUNG_KEYSET_FILE are not those that this database was written with. Put back the file that belongs to it; nothing was changed.");
        }
    }

    Binary seal(UUID memberId, Nik nik) {
        return new Binary(keys.seal(nik.digits().getBytes(UTF_8), context(memberId)));
    }

    /**
     * @throws Refusal when the keys do not open it, or it was changed or taken from another member
     */
    Nik open(UUID memberId, Binary sealed) {
        try {
            return Nik.of(new String(keys.open(sealed.getData(), context(memberId)), UTF_8));
        } catch (Unopened _) {
            log.error("The NIK of the member {} cannot be opened by the keys at hand", memberId);
            throw PersonRule.NIK_CANNOT_BE_OPENED.because(
                    "NIK tersimpan, tetapi kunci yang ada tidak dapat membukanya. Tidak ada yang hilang: operator harus memberi layanan ini kunci penyegelnya (LUMBUNG_KEYSET_FILE).",
                    "The NIK is kept, but the keys at hand do not open it. Nothing is lost: the operator must give the service the keys it was sealed with (LUMBUNG_KEYSET_FILE).");
        }
    }

    /**
     * What a NIK is recognised by among a cooperative's members; in another it has other hashes.
     */
    List<String> hashes(UUID cooperativeId, Nik nik) {
        return keys.hashes(nik.digits(), cooperativeId + "/nik");
    }

    /** What a member's admission is recognised by when it is sent again. */
    List<String> admissionHashes(UUID memberId, String admission) {
        return keys.hashes(admission, memberId + "/admission");
    }

    private Document mark(MongoOperations mongo) {
        var mark =
                new Document("_id", MARK)
                        .append("sealed", new Binary(keys.seal(MARKED.getBytes(UTF_8), MARK)));
        try {
            return mongo.insert(mark, MARKS);
        } catch (DuplicateKeyException e) {
            var first = mongo.findById(MARK, Document.class, MARKS);
            if (first == null) {
                throw e;
            }
            return first; // Another instance started at the same moment.
        }
    }

    private static String context(UUID memberId) {
        return memberId + "/nik";
    }
}
