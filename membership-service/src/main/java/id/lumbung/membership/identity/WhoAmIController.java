package id.lumbung.membership.identity;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page who has logged in. */
@OwnIdentity
@RestController
class WhoAmIController {

    private final People people;

    WhoAmIController(People people) {
        this.people = people;
    }

    /**
     * @param username absent for outlets and services
     */
    record WhoAmI(
            String sub,
            @Nullable String username,
            List<String> roles,
            @Nullable String cooperativeId,
            @Nullable String outletId) {}

    /** Roles: all. */
    @Operation(summary = "Who the token says you are")
    @GetMapping("/userinfo")
    WhoAmI whoAmI() {
        var token = Administrator.token();
        if (token == null) {
            throw Administrator.notAllowed();
        }
        return new WhoAmI(
                token.getSubject(),
                username(token.getSubject()),
                Administrator.roles(token),
                token.getClaimAsString(TokenClaims.COOPERATIVE),
                token.getClaimAsString(TokenClaims.OUTLET));
    }

    private @Nullable String username(String subject) {
        try {
            return people.find(UUID.fromString(subject)).map(Person::username).orElse(null);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
