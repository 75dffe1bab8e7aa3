package id.lumbung.identity.accounts;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import id.lumbung.backbone.security.Actor;
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
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/** The login accounts, one document each. */
public class Logins {

    /** Many times what a village has of officers; members with a login of their own included. */
    private static final int SHOWN = 5_000;

    private static final String USERNAME = "place.username";
    private static final String COOPERATIVE = "place.cooperativeId";
    private static final String MEMBER = "place.memberId";
    private static final String LOCKED_UNTIL = "standing.lockedUntil";

    private final MongoOperations mongo;

    Logins(MongoOperations mongo) {
        this.mongo = mongo;
        var logins = mongo.getCollection("logins");
        var _ = logins.createIndex(Indexes.ascending(USERNAME), new IndexOptions().unique(true));
        var _ = logins.createIndex(Indexes.ascending(COOPERATIVE));
        var _ =
                logins.createIndex(
                        Indexes.ascending(MEMBER), new IndexOptions().unique(true).sparse(true));
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
        return mongo.exists(query(operatorsWhoComeIn().and("_id").ne(id)), Login.class);
    }

    private static Criteria operatorsWhoComeIn() {
        return where("place.roles")
                .is(Role.OPERATOR.name())
                .and("standing.revokedAt")
                .is(null)
                .and("standing.rolesAsked.roles")
                .ne(Role.OPERATOR.name());
    }

    /** Those who can come in as operators. */
    long operators() {
        return mongo.count(query(operatorsWhoComeIn()), Login.class);
    }

    /**
     * @return false when there is such a login already
     * @throws Refusal when another has the username, or the member has another login
     */
    boolean add(Login login) {
        try {
            var _ = mongo.insert(login);
            return true;
        } catch (DuplicateKeyException _) {
            if (find(login.id()).isPresent()) {
                return false;
            }
            throw taken(login);
        }
    }

    /**
     * @param next made of what was read before
     * @return it, with its version counted on
     * @throws Refusal when someone changed the login meanwhile, another has the username, or the
     *     member has another login
     */
    public Login change(Login next, Actor by, Instant now) {
        var changed = next.changed(by, now);
        try {
            var before =
                    mongo.findAndReplace(
                            query(where("_id").is(next.id()).and("version").is(next.version())),
                            changed);
            if (before == null) {
                throw overtaken();
            }
            return changed;
        } catch (DuplicateKeyException _) {
            throw taken(next);
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
                                                where(LOCKED_UNTIL).is(null),
                                                where(LOCKED_UNTIL).lt(now))),
                        new Update().set(LOCKED_UNTIL, until),
                        Login.class);
        return written.getModifiedCount() > 0;
    }

    /**
     * Somebody who has other roles besides goes on with those, without being a member.
     *
     * @return how many logins were the member's
     */
    long eraseOfMember(UUID memberId) {
        var theirs = where(MEMBER).is(memberId);
        var only =
                mongo.remove(
                        query(theirs.and("place.roles").is(List.of(Role.MEMBER.name()))),
                        Login.class);
        var others =
                mongo.updateMulti(
                        query(where(MEMBER).is(memberId)),
                        new Update()
                                .unset(MEMBER)
                                .unset("binding")
                                .pull("place.roles", Role.MEMBER.name())
                                .inc("version", 1),
                        Login.class);
        return only.getDeletedCount() + others.getMatchedCount();
    }

    Optional<Login> ofMember(UUID memberId) {
        return Optional.ofNullable(mongo.findOne(query(where(MEMBER).is(memberId)), Login.class));
    }

    private Refusal taken(Login login) {
        return named(login.username()).filter(it -> !it.id().equals(login.id())).isPresent()
                ? IdentityRule.USERNAME_TAKEN.because(
                        "Nama pengguna ini sudah dipakai orang lain. Pilih yang lain.",
                        "Someone else has this username. Choose another.")
                : IdentityRule.MEMBER_HAS_A_LOGIN.because(
                        "Anggota ini sudah punya akun, dan setiap anggota punya satu. Cari dalam daftar akun; atur ulang kata sandinya, atau lepaskan anggota dari akun itu dahulu.",
                        "The member has a login already, and each has one. Look for it in the list of logins; reset its password, or take the member from it first.");
    }

    static Refusal overtaken() {
        return IdentityRule.OVERTAKEN.because(
                "Ada yang mengubah akun ini pada saat yang sama. Baca lagi, lalu ulangi bila masih perlu.",
                "Someone changed this login at the same time. Read again, and repeat it if it is still wanted.");
    }
}
