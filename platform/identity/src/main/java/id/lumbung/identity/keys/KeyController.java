package id.lumbung.identity.keys;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.identity.IdentityAction;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys that sign tokens. Role: OPERATOR. */
@RestController
class KeyController {

    private final IssuerSigningKeys keys;
    private final AuditLog audit;

    KeyController(IssuerSigningKeys keys, AuditLog audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /**
     * @param id as it stands in the header of tokens, {@code kid}
     */
    record NewKey(String id, Instant signsFrom) {}

    /** Role: OPERATOR. */
    @Operation(
            summary =
                    "Make a new pair of keys, which signs tokens in a few minutes; those signed before stay good")
    @PostMapping("/keys/rotation")
    NewKey rotate() {
        var _ =
                audit.record(
                        IdentityAction.KEYS_ROTATED.name(),
                        AuditLog.PLATFORM,
                        "signing-keys",
                        null);
        var key = keys.rotate();
        return new NewKey(key.pair().getKeyID(), key.signsFrom());
    }
}
