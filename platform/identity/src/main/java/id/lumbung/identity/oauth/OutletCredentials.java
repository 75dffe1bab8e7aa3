package id.lumbung.identity.oauth;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.Directory;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.IdentityRule;
import id.lumbung.identity.Secrets;
import id.lumbung.identity.accounts.Administrator;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Where outlets' apps are given a secret, another one, and none. Each is written in the audit of
 * the cooperative before it is done.
 */
class OutletCredentials {

    private final MongoOperations mongo;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    OutletCredentials(MongoOperations mongo, Directory directory, AuditLog audit, Clock clock) {
        this.mongo = mongo;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param clientSecret shown this once
     */
    record Given(UUID outletId, String clientId, String clientSecret) {

        static Given of(OutletClient client, String secret) {
            return new Given(client.id(), client.clientId(), secret);
        }

        @Override
        public String toString() {
            return clientId;
        }
    }

    Given give(UUID outletId) {
        var cooperative = cooperativeOf(outletId);
        var existing = mongo.findById(outletId, OutletClient.class);
        if (existing != null && !existing.isRevoked()) {
            throw exist();
        }
        var secret = Secrets.draw();
        var hash = Secrets.hash(secret);
        var now = clock.instant();
        if (existing != null) {
            var next = existing.withSecret(hash, Actor.current(), now);
            return Given.of(change(IdentityAction.CREDENTIALS_GIVEN, next), secret);
        }
        var client = new OutletClient(outletId, 0, cooperative, hash, null, Actor.current(), now);
        record(IdentityAction.CREDENTIALS_GIVEN, client);
        try {
            return Given.of(mongo.insert(client), secret);
        } catch (DuplicateKeyException _) {
            throw exist();
        }
    }

    Given rotate(UUID outletId) {
        var secret = Secrets.draw();
        var next =
                existing(outletId)
                        .withSecret(Secrets.hash(secret), Actor.current(), clock.instant());
        return Given.of(change(IdentityAction.CREDENTIALS_ROTATED, next), secret);
    }

    void revoke(UUID outletId) {
        var next = existing(outletId).revoked(Actor.current(), clock.instant());
        var _ = change(IdentityAction.CREDENTIALS_REVOKED, next);
    }

    private OutletClient existing(UUID outletId) {
        var _ = cooperativeOf(outletId);
        var client = mongo.findById(outletId, OutletClient.class);
        if (client == null || client.isRevoked()) {
            throw IdentityRule.NO_CREDENTIALS.because(
                    "Gerai ini tidak punya kredensial. Beri dahulu: POST /outlets/{id}/credentials.",
                    "The outlet has no credentials. Give it some: POST /outlets/{id}/credentials.");
        }
        return client;
    }

    private UUID cooperativeOf(UUID outletId) {
        var by = Administrator.current();
        return directory
                .cooperativeOf(outletId)
                .filter(cooperative -> by.mayAdminister(cooperative, Set.of()))
                .orElseThrow(() ->
                        IdentityRule.NO_SUCH_OUTLET.because(
                                "Tidak ada gerai dengan id ini. Buka dahulu: PUT /outlets/{id}.",
                                "No outlet has this id. Open it first: PUT /outlets/{id}."));
    }

    private void record(IdentityAction action, OutletClient client) {
        var _ = audit.record(action.name(), client.cooperativeId(), client.id().toString(), null);
    }

    private OutletClient change(IdentityAction action, OutletClient next) {
        record(action, next);
        var before =
                mongo.findAndReplace(
                        query(where("_id").is(next.id()).and("version").is(next.version() - 1)),
                        next);
        if (before == null) {
            throw IdentityRule.OVERTAKEN.because(
                    "Ada yang mengubah kredensial ini pada saat yang sama. Ulangi bila masih perlu.",
                    "Someone changed these credentials at the same time. Repeat it if it is still wanted.");
        }
        return next;
    }

    private static Refusal exist() {
        return IdentityRule.CREDENTIALS_EXIST.because(
                "Gerai ini sudah punya kredensial. Bila rahasianya hilang, buat yang baru: POST /outlets/{id}/credentials/rotation.",
                "The outlet has credentials. If its secret is lost, draw another: POST /outlets/{id}/credentials/rotation.");
    }
}
