package id.lumbung.identity.accounts;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The login accounts of people. Roles: BOARD for its own cooperative's, OPERATOR for all. */
@RestController
@RequestMapping("/logins")
class LoginController {

    private final LoginAdministration administration;
    private final Consents consents;
    private final Clock clock;

    LoginController(LoginAdministration administration, Consents consents, Clock clock) {
        this.administration = administration;
        this.consents = consents;
        this.clock = clock;
    }

    /** Roles: BOARD (own cooperative, its roles only), OPERATOR. */
    @Operation(
            summary =
                    "Give a person a login, or change its roles. A new login's one-time password is shown this once.")
    @PutMapping("/{id}")
    ResponseEntity<LoginView> place(@PathVariable UUID id, @Valid @RequestBody LoginRequest login) {
        return LoginView.answer(
                administration.place(Administrator.current(), id, login.place()), clock.instant());
    }

    /** Roles: BOARD, SUPERVISOR (own cooperative), OPERATOR. */
    @Operation(summary = "The logins of a cooperative, no more than 5,000")
    @GetMapping
    List<LoginView> logins(@RequestParam UUID cooperativeId) {
        return administration.of(Administrator.current(), cooperativeId).stream()
                .map(login -> LoginView.of(login, null, clock.instant()))
                .toList();
    }

    /** Role: OPERATOR. */
    @Operation(summary = "The logins of operators and advisors, no more than 5,000")
    @GetMapping("/platform")
    List<LoginView> ofThePlatform() {
        return administration.ofNoCooperative().stream()
                .map(login -> LoginView.of(login, null, clock.instant()))
                .toList();
    }

    /** Roles: BOARD, SUPERVISOR (own cooperative), OPERATOR; not whoever asked. */
    @Operation(
            summary = "Consent to the roles that another gave to a login",
            description =
                    "BOARD, SUPERVISOR, OPERATOR, and MEMBER beside any other, are good only from then on.")
    @PutMapping("/{id}/consent")
    LoginView consent(@PathVariable UUID id, @Valid @RequestBody ConsentRequest consent) {
        return LoginView.of(
                consents.consent(Administrator.current(), id, consent.version()),
                null,
                clock.instant());
    }
}
