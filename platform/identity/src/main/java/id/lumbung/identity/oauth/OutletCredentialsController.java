package id.lumbung.identity.oauth;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What outlets' apps prove themselves by. Roles: BOARD for its own outlets, OPERATOR for all. */
@RestController
@RequestMapping("/outlets/{id}/credentials")
class OutletCredentialsController {

    private final OutletCredentials credentials;

    OutletCredentialsController(OutletCredentials credentials) {
        this.credentials = credentials;
    }

    /** Roles: BOARD (own outlets), OPERATOR. */
    @Operation(summary = "Give an outlet's app its credentials; the secret is shown this once")
    @PostMapping
    ResponseEntity<OutletCredentials.Given> give(@PathVariable UUID id) {
        return shown(credentials.give(id));
    }

    /** Roles: BOARD (own outlets), OPERATOR. */
    @Operation(
            summary = "Draw another secret, shown this once; the former is over from now on",
            description = "Tokens that are out end within 15 minutes.")
    @PostMapping("/rotation")
    ResponseEntity<OutletCredentials.Given> rotate(@PathVariable UUID id) {
        return shown(credentials.rotate(id));
    }

    /** Roles: BOARD (own outlets), OPERATOR. */
    @Operation(
            summary = "Let an outlet's app in no more; tokens that are out end within 15 minutes")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        credentials.revoke(id);
    }

    private static ResponseEntity<OutletCredentials.Given> shown(OutletCredentials.Given given) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(given);
    }
}
