package id.lumbung.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import id.lumbung.backbone.problem.Refusal;
import id.lumbung.backbone.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The people who may log in. */
@OwnIdentity
@Component
class People {

    /** Many times what a village has of officers; members with a login of their own included. */
    private static final int SHOWN = 5_000;

    private final MongoOperations mongo;

    People(MongoOperations mongo) {
        this.mongo = mongo;
        var people = mongo.getCollection("people");
        var _ = people.createIndex(Indexes.ascending("username"), new IndexOptions().unique(true));
        var _ = people.createIndex(Indexes.ascending("cooperativeId"));
    }

    Optional<Person> find(UUID id) {
        return Optional.ofNullable(mongo.findById(id, Person.class));
    }

    Optional<Person> named(String username) {
        return Optional.ofNullable(
                mongo.findOne(query(where("username").is(username)), Person.class));
    }

    List<Person> of(UUID cooperativeId) {
        return mongo.find(
                query(where("cooperativeId").is(cooperativeId))
                        .with(Sort.by("username"))
                        .limit(SHOWN),
                Person.class);
    }

    boolean isEmpty() {
        return !mongo.exists(query(where("_id").exists(true)), Person.class);
    }

    /** Whether an operator other than this one can still come in. */
    boolean hasOperatorBesides(UUID id) {
        return mongo.exists(
                query(
                        where("roles")
                                .is(Role.OPERATOR.name())
                                .and("_id")
                                .ne(id)
                                .and("revokedAt")
                                .is(null)),
                Person.class);
    }

    /**
     * @return false when there is such a person already
     * @throws Refusal when another has the username
     */
    boolean add(Person person) {
        try {
            var _ = mongo.insert(person);
            return true;
        } catch (DuplicateKeyException _) {
            if (find(person.id()).isPresent()) {
                return false;
            }
            throw taken();
        }
    }

    /**
     * @param next made of what was read before
     * @throws Refusal when someone changed the person meanwhile, or another has the username
     */
    Person change(Person next) {
        try {
            var before =
                    mongo.findAndReplace(
                            query(where("_id").is(next.id()).and("version").is(next.version() - 1)),
                            next);
            if (before == null) {
                throw new Refusal(
                        IdentityRule.OVERTAKEN,
                        "Someone changed this person at the same time. Read again, and repeat it if it is still wanted.");
            }
            return next;
        } catch (DuplicateKeyException _) {
            throw taken();
        }
    }

    /** For officers to see; written at most once while it lasts. */
    void locked(UUID id, Instant until, Instant now) {
        var _ =
                mongo.updateFirst(
                        query(
                                where("_id")
                                        .is(id)
                                        .orOperator(
                                                where("lockedUntil").is(null),
                                                where("lockedUntil").lt(now))),
                        new Update().set("lockedUntil", until),
                        Person.class);
    }

    private static Refusal taken() {
        return new Refusal(
                IdentityRule.USERNAME_TAKEN, "Someone else has this username. Choose another.");
    }
}
