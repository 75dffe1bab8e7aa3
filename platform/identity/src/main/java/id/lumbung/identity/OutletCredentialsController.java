package id.lumbung.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.problem.Refusal;
import id.lumbung.backbone.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What outlets' apps prove themselves by. Roles: BOARD for its own outlets, OPERATOR for all. */
@OwnIdentity
@RestController
@RequestMapping("/outlets/{id}/credentials")
class OutletCredentialsController {

    private final MongoOperations mongo;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    OutletCredentialsController(
            MongoOperations mongo, Directory directory, AuditLog audit, Clock clock) {
        this.mongo = mongo;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param clientSecret shown this once
     */
    record Credentials(UUID outletId, String clientId, String clientSecret) {

        @Override
        public String toString() {
            return clientId;
        }
    }

    /** Roles: BOARD (own outlets), OPERATOR. */
    @Operation(summary = "Give an outlet's app its credentials; the secret is shown this once")
    @PostMapping
    ResponseEntity<Credentials> give(@PathVariable UUID id) {
        var cooperative = cooperativeOf(id);
        var standing = mongo.findById(id, OutletClient.class);
        var secret = Secrets.draw();
        var now = clock.instant();
        if (standing == null) {
            var client =
                    new OutletClient(
                            id, 0, cooperative, Secrets.hash(secret), null, Actor.current(), now);
            record("CREDENTIALS_GIVEN", client);
            try {
                return shown(mongo.insert(client), secret);
            } catch (DuplicateKeyException _) {
                throw exist();
            }
        }
        if (!standing.isRevoked()) {
            throw exist();
        }
        return shown(
                change(
                        "CREDENTIALS_GIVEN",
                        standing.withSecret(Secrets.hash(secret), Actor.current(), now)),
                secret);
    }

    /** Roles: BOARD (own outlets), OPERATOR. */
    @Operation(
            summary = "Draw another secret, shown this once; the former is over from now on",
            description = "Tokens that are out end within 15 minutes.")
    @PostMapping("/rotation")
    ResponseEntity<Credentials> rotate(@PathVariable UUID id) {
        var secret = Secrets.draw();
        return shown(
                change(
                        "CREDENTIALS_ROTATED",
                        standing(id)
                                .withSecret(
                                        Secrets.hash(secret), Actor.current(), clock.instant())),
                secret);
    }

    /** Roles: BOARD (own outlets), OPERATOR. */
    @Operation(
            summary = "Let an outlet's app in no more; tokens that are out end within 15 minutes")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        var _ =
                change(
                        "CREDENTIALS_WITHDRAWN",
                        standing(id).revoked(Actor.current(), clock.instant()));
    }

    private OutletClient standing(UUID id) {
        var _ = cooperativeOf(id);
        var standing = mongo.findById(id, OutletClient.class);
        if (standing == null || standing.isRevoked()) {
            throw new Refusal(
                    IdentityRule.NO_CREDENTIALS,
                    "The outlet has no credentials. Give it some: POST /outlets/{id}/credentials.");
        }
        return standing;
    }

    private UUID cooperativeOf(UUID outletId) {
        var by = Administrator.current();
        return directory
                .cooperativeOf(outletId)
                .filter(cooperative -> by.mayAdminister(cooperative, Set.of()))
                .orElseThrow(() ->
                        new Refusal(
                                IdentityRule.NO_SUCH_OUTLET,
                                "No outlet has this id. Open it first: PUT /outlets/{id}."));
    }

    private void record(String action, OutletClient client) {
        var _ = audit.record(action, client.cooperativeId(), client.id().toString(), null);
    }

    private OutletClient change(String action, OutletClient next) {
        record(action, next);
        var before =
                mongo.findAndReplace(
                        query(where("_id").is(next.id()).and("version").is(next.version() - 1)),
                        next);
        if (before == null) {
            throw new Refusal(
                    IdentityRule.OVERTAKEN,
                    "Someone changed these credentials at the same time. Repeat it if it is still wanted.");
        }
        return next;
    }

    private static ResponseEntity<Credentials> shown(OutletClient client, String secret) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Credentials(client.id(), client.clientId(), secret));
    }

    private static Refusal exist() {
        return new Refusal(
                IdentityRule.CREDENTIALS_EXIST,
                "The outlet has credentials. If its secret is lost, draw another: POST /outlets/{id}/credentials/rotation.");
    }
}
