package id.lumbung.identity.oauth;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.accounts.Logins;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the audit know that a login was ended since one of its tokens came a second time. */
class ReusedTokens {

    private static final Logger log = LoggerFactory.getLogger(ReusedTokens.class);

    private final Logins logins;
    private final AuditLog audit;

    ReusedTokens(Logins logins, AuditLog audit) {
        this.logins = logins;
        this.audit = audit;
    }

    /** The login has ended by then, also where this cannot be recorded. */
    void record(String loginId) {
        log.warn("A token of the login {} was used twice: what came of it has ended", loginId);
        logins.find(UUID.fromString(loginId)).stream()
                .flatMap(login -> login.place().concerned().stream())
                .forEach(cooperative -> {
                    var _ =
                            audit.record(
                                    IdentityAction.TOKEN_REUSED.name(), cooperative, loginId, null);
                });
    }
}
