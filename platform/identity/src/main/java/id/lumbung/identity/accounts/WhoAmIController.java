package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a program who has logged in. */
@RestController
class WhoAmIController {

    private final Logins logins;

    WhoAmIController(Logins logins) {
        this.logins = logins;
    }

    /**
     * @param username absent for outlets and services
     */
    record WhoAmI(
            String sub,
            @Nullable String username,
            List<String> roles,
            @Nullable UUID cooperativeId,
            @Nullable UUID outletId,
            @Nullable UUID memberId) {}

    /** Roles: all. */
    @Operation(summary = "Who the token says you are")
    @GetMapping("/userinfo")
    WhoAmI whoAmI() {
        var caller = Caller.current();
        return new WhoAmI(
                caller.subject(),
                username(caller.subject()),
                caller.roles().stream().map(Enum::name).sorted().toList(),
                caller.cooperativeId(),
                caller.outletId(),
                caller.memberId());
    }

    private @Nullable String username(String subject) {
        try {
            return logins.find(UUID.fromString(subject)).map(Login::username).orElse(null);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
