package id.lumbung.identity.accounts;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.IdentityRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** The login accounts, one document each. */
public class Logins {

    /** Many times what a village has of officers; members with a login of their own included. */
    private static final int SHOWN = 5_000;

    private static final String USERNAME = "place.username";
    private static final String COOPERATIVE = "place.cooperativeId";

    private final MongoOperations mongo;

    Logins(MongoOperations mongo) {
        this.mongo = mongo;
        var logins = mongo.getCollection("logins");
        var _ = logins.createIndex(Indexes.ascending(USERNAME), new IndexOptions().unique(true));
        var _ = logins.createIndex(Indexes.ascending(COOPERATIVE));
        var _ = logins.createIndex(Indexes.ascending("place.memberId"));
    }

    public Optional<Login> find(UUID id) {
        return Optional.ofNullable(mongo.findById(id, Login.class));
    }

    public Optional<Login> named(String username) {
        return Optional.ofNullable(mongo.findOne(query(where(USERNAME).is(username)), Login.class));
    }

    List<Login> of(UUID cooperativeId) {
        return mongo.find(
                query(where(COOPERATIVE).is(cooperativeId)).with(Sort.by(USERNAME)).limit(SHOWN),
                Login.class);
    }

    /** Of operators and advisors. */
    List<Login> ofNoCooperative() {
        return mongo.find(
                query(where(COOPERATIVE).is(null)).with(Sort.by(USERNAME)).limit(SHOWN),
                Login.class);
    }

    boolean isEmpty() {
        return !mongo.exists(query(where("_id").exists(true)), Login.class);
    }

    /** Whether an operator other than this one can still come in. */
    boolean hasOperatorBesides(UUID id) {
        return mongo.exists(
                query(
                        where("place.roles")
                                .is(Role.OPERATOR.name())
                                .and("_id")
                                .ne(id)
                                .and("revokedAt")
                                .is(null)),
                Login.class);
    }

    /**
     * @return false when there is such a login already
     * @throws Refusal when another has the username
     */
    boolean add(Login login) {
        try {
            var _ = mongo.insert(login);
            return true;
        } catch (DuplicateKeyException _) {
            if (find(login.id()).isPresent()) {
                return false;
            }
            throw usernameTaken();
        }
    }

    /**
     * @param next made of what was read before
     * @throws Refusal when someone changed the login meanwhile, or another has the username
     */
    public Login change(Login next) {
        try {
            var before =
                    mongo.findAndReplace(
                            query(where("_id").is(next.id()).and("version").is(next.version() - 1)),
                            next);
            if (before == null) {
                throw new Refusal(
                        IdentityRule.OVERTAKEN,
                        "Someone changed this login at the same time. Read again, and repeat it if it is still wanted.");
            }
            return next;
        } catch (DuplicateKeyException _) {
            throw usernameTaken();
        }
    }

    /**
     * For officers to see; written at most once while it lasts.
     *
     * @return whether it was written
     */
    public boolean locked(UUID id, Instant until, Instant now) {
        var written =
                mongo.updateFirst(
                        query(
                                where("_id")
                                        .is(id)
                                        .orOperator(
                                                where("lockedUntil").is(null),
                                                where("lockedUntil").lt(now))),
                        new Update().set("lockedUntil", until),
                        Login.class);
        return written.getModifiedCount() > 0;
    }

    /**
     * Somebody who has other roles besides goes on with those, without being a member.
     *
     * @return how many logins were the member's
     */
    long eraseOfMember(UUID memberId) {
        var theirs = where("place.memberId").is(memberId);
        var only =
                mongo.remove(
                        query(theirs.and("place.roles").is(List.of(Role.MEMBER.name()))),
                        Login.class);
        var others =
                mongo.updateMulti(
                        query(where("place.memberId").is(memberId)),
                        new Update()
                                .unset("place.memberId")
                                .pull("place.roles", Role.MEMBER.name())
                                .inc("version", 1),
                        Login.class);
        return only.getDeletedCount() + others.getMatchedCount();
    }

    private static Refusal usernameTaken() {
        return new Refusal(
                IdentityRule.USERNAME_TAKEN, "Someone else has this username. Choose another.");
    }
}
