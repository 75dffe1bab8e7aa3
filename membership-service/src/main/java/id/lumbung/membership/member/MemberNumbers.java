package id.lumbung.membership.member;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Deals out the numbers of each cooperative's members, one after another. */
@Component
class MemberNumbers {

    private static final String LAST = "last";

    private final MongoCollection<Document> numbers;

    MemberNumbers(MongoOperations mongo) {
        this.numbers = mongo.getCollection("memberNumbers");
    }

    /** The next, which no other caller gets; somebody may have been given it by hand. */
    MemberNumber next(UUID cooperativeId) {
        var counted =
                numbers.findOneAndUpdate(
                        eq("_id", cooperativeId),
                        Updates.inc(LAST, 1),
                        new FindOneAndUpdateOptions()
                                .upsert(true)
                                .returnDocument(ReturnDocument.AFTER));
        var last = Objects.requireNonNull(counted).getInteger(LAST);
        if (last > MemberNumber.MAX) {
            throw MemberRule.NUMBERS_ARE_USED_UP.because(
                    "Nomor anggota koperasi ini sudah habis. Beri nomor yang belum dipakai: 'memberNumber'.",
                    "All numbers of this cooperative's members were dealt out. Give one that nobody has: 'memberNumber'.");
        }
        return new MemberNumber(last);
    }
}
