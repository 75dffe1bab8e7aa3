package id.lumbung.identity;

import id.lumbung.backbone.security.Caller;
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
            return people.find(UUID.fromString(subject)).map(Person::username).orElse(null);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
