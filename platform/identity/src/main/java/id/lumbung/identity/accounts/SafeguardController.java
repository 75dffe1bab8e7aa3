package id.lumbung.identity.accounts;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How logins are shut and opened. Roles: BOARD for its own cooperative's, OPERATOR for all. */
@RestController
@RequestMapping("/logins/{id}")
class SafeguardController {

    private final LoginSafeguards safeguards;
    private final Clock clock;

    SafeguardController(LoginSafeguards safeguards, Clock clock) {
        this.safeguards = safeguards;
        this.clock = clock;
    }

    @Operation(
            summary = "Take a login's password, and draw a one-time password, shown this once",
            description =
                    "That of a board, a supervisor, an operator, or of an officer who is a member too, is taken when two different people have asked within a week.")
    @PutMapping("/password-reset")
    ResponseEntity<LoginView> resetPassword(@PathVariable UUID id) {
        return LoginView.answer(
                safeguards.resetPassword(Administrator.current(), id), clock.instant());
    }

    @Operation(summary = "Forgive a person the logins that failed")
    @PutMapping("/unlock")
    LoginView unlock(@PathVariable UUID id) {
        return view(safeguards.unlock(Administrator.current(), id));
    }

    @Operation(summary = "Let a person in no more; tokens that are out end within 15 minutes")
    @PutMapping("/revocation")
    LoginView revoke(@PathVariable UUID id) {
        return view(safeguards.revoke(Administrator.current(), id));
    }

    @Operation(summary = "Let a person in again")
    @DeleteMapping("/revocation")
    LoginView restore(@PathVariable UUID id) {
        return view(safeguards.restore(Administrator.current(), id));
    }

    private LoginView view(Login login) {
        return LoginView.of(login, null, clock.instant());
    }
}
