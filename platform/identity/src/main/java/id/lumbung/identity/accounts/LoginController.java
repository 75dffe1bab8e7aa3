package id.lumbung.identity.accounts;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
    private final Clock clock;

    LoginController(LoginAdministration administration, Clock clock) {
        this.administration = administration;
        this.clock = clock;
    }

    /** Roles: BOARD (own cooperative, its roles only), OPERATOR. */
    @Operation(
            summary =
                    "Give a person a login, or change its roles. A new login's one-time password is shown this once.")
    @PutMapping("/{id}")
    ResponseEntity<LoginView> place(@PathVariable UUID id, @Valid @RequestBody LoginRequest login) {
        return answer(administration.place(Administrator.current(), id, login.place()));
    }

    /** Roles: BOARD (own cooperative), OPERATOR. */
    @Operation(summary = "The logins of a cooperative, no more than 5,000")
    @GetMapping
    List<LoginView> logins(@RequestParam UUID cooperativeId) {
        return administration.of(Administrator.current(), cooperativeId).stream()
                .map(login -> view(login, null))
                .toList();
    }

    /** Role: OPERATOR. */
    @Operation(summary = "The logins of operators and advisors, no more than 5,000")
    @GetMapping("/platform")
    List<LoginView> ofThePlatform() {
        return administration.ofNoCooperative().stream().map(login -> view(login, null)).toList();
    }

    /** Roles: BOARD (own cooperative, not for an operator), OPERATOR. */
    @Operation(
            summary = "Take a login's password, and draw a one-time password, shown this once",
            description =
                    "That of a supervisor is taken when two different people have asked within a week.")
    @PutMapping("/{id}/password-reset")
    ResponseEntity<LoginView> resetPassword(@PathVariable UUID id) {
        return answer(administration.resetPassword(Administrator.current(), id));
    }

    /** Roles: BOARD (own cooperative), OPERATOR. */
    @Operation(summary = "Forgive a person the logins that failed")
    @PutMapping("/{id}/unlock")
    LoginView unlock(@PathVariable UUID id) {
        return view(administration.unlock(Administrator.current(), id), null);
    }

    /** Roles: BOARD (own cooperative), OPERATOR. */
    @Operation(summary = "Let a person in no more; tokens that are out end within 15 minutes")
    @PutMapping("/{id}/revocation")
    LoginView revoke(@PathVariable UUID id) {
        return view(administration.revoke(Administrator.current(), id), null);
    }

    /** Roles: BOARD (own cooperative), OPERATOR. */
    @Operation(summary = "Let a person in again")
    @DeleteMapping("/{id}/revocation")
    LoginView restore(@PathVariable UUID id) {
        return view(administration.restore(Administrator.current(), id), null);
    }

    private ResponseEntity<LoginView> answer(LoginAdministration.Outcome outcome) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(view(outcome.login(), outcome.oneTimePassword()));
    }

    private LoginView view(Login login, @Nullable String oneTimePassword) {
        return LoginView.of(login, oneTimePassword, clock.instant());
    }
}
