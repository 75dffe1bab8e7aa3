package id.lumbung.identity.oauth;

import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.accounts.LoginEvents;
import id.lumbung.identity.accounts.Logins;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the audit know that a login was ended since one of its tokens came a second time. */
class ReusedTokens {

    private static final Logger log = LoggerFactory.getLogger(ReusedTokens.class);

    private final Logins logins;
    private final LoginEvents events;

    ReusedTokens(Logins logins, LoginEvents events) {
        this.logins = logins;
        this.events = events;
    }

    /** The login has ended by then, also where this cannot be recorded. */
    void record(String loginId) {
        log.warn("A token of the login {} was used twice: what came of it has ended", loginId);
        logins.find(UUID.fromString(loginId))
                .ifPresent(login -> events.record(IdentityAction.TOKEN_REUSED, login, null));
    }
}
