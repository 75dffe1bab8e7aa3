package id.lumbung.identity;

import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Logins of people. Roles: BOARD for people of its own cooperative, OPERATOR for all. */
@OwnIdentity
@RestController
class PersonController {

    private final PersonnelOffice office;

    PersonController(PersonnelOffice office) {
        this.office = office;
    }

    record Placement(
            @NotNull
                    @Pattern(
                            regexp = "[a-z0-9][a-z0-9._@-]{2,63}",
                            message =
                                    "must have 3 to 64 small letters, digits or the signs . _ @ -")
                    String username,
            @NotEmpty @Size(max = 11) Set<@NotNull Role> roles,
            @Nullable UUID cooperativeId,
            @Nullable @Size(max = 500) Set<@NotNull UUID> cooperativeIds,
            @Nullable UUID outletId,
            @Nullable UUID memberId) {

        Person.Place place() {
            return new Person.Place(
                    username,
                    Set.copyOf(roles),
                    cooperativeId,
                    cooperativeIds == null ? Set.of() : Set.copyOf(cooperativeIds),
                    outletId,
                    memberId);
        }
    }

    /**
     * A person as an officer sees it.
     *
     * @param lockedUntil when logins that failed too often are heard again; absent where none are
     *     kept out
     * @param oneTimePassword shown this once
     */
    record Shown(
            UUID id,
            String username,
            List<Role> roles,
            @Nullable UUID cooperativeId,
            Set<UUID> cooperativeIds,
            @Nullable UUID outletId,
            @Nullable UUID memberId,
            boolean mustChoosePassword,
            @Nullable Instant lockedUntil,
            @Nullable Instant revokedAt,
            Actor changedBy,
            Instant changedAt,
            @Nullable String oneTimePassword) {

        static Shown of(Person person, @Nullable String oneTimePassword) {
            var locked = person.lockedUntil();
            return new Shown(
                    person.id(),
                    person.username(),
                    person.roles().stream().sorted().toList(),
                    person.cooperativeId(),
                    person.cooperativeIds(),
                    person.outletId(),
                    person.memberId(),
                    person.mustChoosePassword(),
                    locked != null && locked.isAfter(Instant.now()) ? locked : null,
                    person.revokedAt(),
                    person.changedBy(),
                    person.changedAt(),
                    oneTimePassword);
        }
    }

    /** Roles: BOARD (own cooperative, its roles only), OPERATOR. */
    @Operation(
            summary =
                    "Give a person a login, or change its roles. A new login's one-time password is shown this once.")
    @PutMapping("/people/{id}")
    ResponseEntity<Shown> place(@PathVariable UUID id, @Valid @RequestBody Placement placement) {
        return answer(office.place(Administrator.current(), id, placement.place()));
    }

    /** Roles: BOARD (own cooperative), OPERATOR. */
    @Operation(summary = "The people of a cooperative who have a login, no more than 5,000")
    @GetMapping("/people")
    List<Shown> people(@RequestParam UUID cooperativeId) {
        return office.of(Administrator.current(), cooperativeId).stream()
                .map(person -> Shown.of(person, null))
                .toList();
    }

    /** Roles: BOARD (own cooperative, not for an operator), OPERATOR. */
    @Operation(summary = "Take a person's password, and draw a one-time password, shown this once")
    @PutMapping("/people/{id}/password-reset")
    ResponseEntity<Shown> resetPassword(@PathVariable UUID id) {
        return answer(office.resetPassword(Administrator.current(), id));
    }

    /** Roles: BOARD (own cooperative), OPERATOR. */
    @Operation(summary = "Forgive a person the logins that failed")
    @PutMapping("/people/{id}/unlock")
    Shown unlock(@PathVariable UUID id) {
        return Shown.of(office.unlock(Administrator.current(), id), null);
    }

    /** Roles: BOARD (own cooperative), OPERATOR. */
    @Operation(summary = "Let a person in no more; tokens that are out end within 15 minutes")
    @PutMapping("/people/{id}/revocation")
    Shown revoke(@PathVariable UUID id) {
        return Shown.of(office.revoke(Administrator.current(), id), null);
    }

    /** Roles: BOARD (own cooperative), OPERATOR. */
    @Operation(summary = "Let a person in again")
    @DeleteMapping("/people/{id}/revocation")
    Shown restore(@PathVariable UUID id) {
        return Shown.of(office.restore(Administrator.current(), id), null);
    }

    private static ResponseEntity<Shown> answer(PersonnelOffice.Outcome outcome) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Shown.of(outcome.person(), outcome.oneTimePassword()));
    }
}
