package id.lumbung.membership.member;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds members by their number or by parts of their name. */
@Component
class MemberSearch {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}(?:-[0-9])?");

    private final MongoCollection<Document> persons;

    MemberSearch(MongoOperations mongo) {
        this.persons = mongo.getCollection(PersonalRecord.COLLECTION);
    }

    /**
     * The ids of those found, in their order.
     *
     * @param asked a number as it stands on the card, with its last digit or without; or words, of
     *     which each stands somewhere in the name, large or small
     */
    List<UUID> find(UUID cooperativeId, String asked, @Nullable UUID after, int limit) {
        var text = asked.strip();
        var which =
                NUMBER.matcher(text).matches()
                        ? Filters.in(GivenNumber.KEY, keys(cooperativeId, text))
                        : named(cooperativeId, text);
        return persons.find(after == null ? which : Filters.and(which, Filters.gt("_id", after)))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(person -> person.get("_id", UUID.class))
                .into(new ArrayList<>());
    }

    /** Without the hyphen, the last digit may be the one that checks the others, or a number's. */
    private static List<String> keys(UUID cooperativeId, String text) {
        var hyphened = text.replaceFirst("^([0-9]+)([0-9])$", "$1-$2");
        return Stream.of(text, hyphened)
                .flatMap(written -> MemberNumber.read(written).stream())
                .map(number -> GivenNumber.key(cooperativeId, number))
                .distinct()
                .toList();
    }

    private static Bson named(UUID cooperativeId, String text) {
        var all = new ArrayList<Bson>();
        all.add(Filters.eq("cooperativeId", cooperativeId));
        for (var word : text.split(" +", -1)) {
            all.add(
                    Filters.regex(
                            "known.name",
                            Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE)));
        }
        return Filters.and(all);
    }
}
