package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Caller;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.IdentityRule;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever administers logins and outlets: an operator everywhere, a board within its own
 * cooperative and only what a cooperative has.
 */
public record Administrator(boolean operator, RequestGrant grant) {

    /** Those that a board gives to people of its own cooperative. */
    static final Set<Role> OF_A_COOPERATIVE =
            Set.of(
                    Role.BOARD,
                    Role.SUPERVISOR,
                    Role.MANAGER,
                    Role.CASHIER,
                    Role.PHARMACIST,
                    Role.CLINICIAN,
                    Role.MEMBER);

    /** Whom the table of this service let in. */
    public static Administrator current() {
        return new Administrator(Caller.current().is(Role.OPERATOR), RequestGrant.current());
    }

    static Refusal notAllowed() {
        return IdentityRule.NOT_ALLOWED.because(
                "Peran Anda tidak mengizinkan ini. Minta pengurus koperasi atau operator.",
                "Your role does not allow this. Ask the board of the cooperative, or an operator.");
    }

    public boolean mayAdminister(@Nullable UUID cooperativeId, Set<Role> roles) {
        return operator
                || (cooperativeId != null
                        && grant.covers(cooperativeId, null, null)
                        && OF_A_COOPERATIVE.containsAll(roles));
    }
}
