package id.lumbung.identity;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.problem.Refusal;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where logins are given to people, and taken from them. What an officer does here is written in
 * the audit of every cooperative that it concerns before it is done.
 */
@OwnIdentity
@Component
class PersonnelOffice {

    /** Those whose work is at one outlet. */
    private static final Set<Role> AT_AN_OUTLET =
            Set.of(Role.CASHIER, Role.PHARMACIST, Role.CLINICIAN);

    private final People people;
    private final Passwords passwords;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    PersonnelOffice(
            People people, Passwords passwords, Directory directory, AuditLog audit, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param oneTimePassword null where no new one was drawn
     */
    record Outcome(Person person, @Nullable String oneTimePassword) {}

    /** Gives a login, or changes what its owner is. */
    Outcome place(Administrator by, UUID id, Person.Place place) {
        require(by, place);
        var standing = people.find(id).orElse(null);
        if (standing == null) {
            record("PERSON_PLACED", id, concernedBy(place), place);
            var password = Secrets.oneTimePassword();
            var person =
                    Person.admitted(
                            id,
                            place,
                            passwords.oneTime(password),
                            Actor.current(),
                            clock.instant());
            return people.add(person) ? new Outcome(person, password) : place(by, id, place);
        }
        requireTheirs(by, standing);
        if (standing.place().equals(place)) {
            return new Outcome(standing, null);
        }
        if (!place.roles().contains(Role.OPERATOR)) {
            requireNotLastOperator(standing);
        }
        var concerned = concernedBy(standing.place());
        concerned.addAll(concernedBy(place));
        record("PERSON_CHANGED", id, concerned, place);
        return new Outcome(
                people.change(standing.placed(place, Actor.current(), clock.instant())), null);
    }

    List<Person> of(Administrator by, UUID cooperativeId) {
        if (!by.mayAdminister(cooperativeId, Set.of())) {
            throw Administrator.notAllowed();
        }
        return people.of(cooperativeId);
    }

    /** The password that stood is over, and with it every login. */
    Outcome resetPassword(Administrator by, UUID id) {
        var password = Secrets.oneTimePassword();
        var oneTime = passwords.oneTime(password);
        return new Outcome(
                change(
                        by,
                        id,
                        "PASSWORD_RESET",
                        person ->
                                person.withPassword(
                                        oneTime.hash(),
                                        oneTime.until(),
                                        Actor.current(),
                                        clock.instant())),
                password);
    }

    Person unlock(Administrator by, UUID id) {
        return change(
                by,
                id,
                "PERSON_UNLOCKED",
                person -> person.unlocked(Actor.current(), clock.instant()));
    }

    /** No token from now on. */
    Person revoke(Administrator by, UUID id) {
        return change(
                by,
                id,
                "PERSON_REVOKED",
                person -> {
                    requireNotLastOperator(person);
                    return person.isRevoked()
                            ? person
                            : person.revoked(clock.instant(), Actor.current(), clock.instant());
                });
    }

    Person restore(Administrator by, UUID id) {
        return change(
                by,
                id,
                "PERSON_RESTORED",
                person ->
                        person.isRevoked()
                                ? person.revoked(null, Actor.current(), clock.instant())
                                : person);
    }

    private Person change(Administrator by, UUID id, String action, UnaryOperator<Person> change) {
        var person = people.find(id).orElseThrow(PersonnelOffice::noSuchPerson);
        requireTheirs(by, person);
        var next = change.apply(person);
        if (next.equals(person)) {
            return person;
        }
        record(action, id, concernedBy(next.place()), next.place());
        return people.change(next);
    }

    /** With the roles that the person has from then on. */
    private void record(String action, UUID id, Set<UUID> cooperatives, Person.Place place) {
        var roles =
                place.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        cooperatives.forEach(cooperative -> {
            var _ = audit.record(action, cooperative, id.toString(), roles);
        });
    }

    /** Whose supervisors are to see what is done to someone of this place. */
    private static Set<UUID> concernedBy(Person.Place place) {
        var concerned = new HashSet<>(place.cooperativeIds());
        if (place.cooperativeId() != null) {
            concerned.add(place.cooperativeId());
        }
        if (concerned.isEmpty()) {
            concerned.add(AuditLog.PLATFORM);
        }
        return concerned;
    }

    /** Those of another cooperative are not there for a board. */
    private static void requireTheirs(Administrator by, Person person) {
        if (!by.mayAdminister(person.cooperativeId(), Set.of())) {
            throw noSuchPerson();
        }
        if (!by.mayAdminister(person.cooperativeId(), person.roles())) {
            throw Administrator.notAllowed();
        }
    }

    private void requireNotLastOperator(Person person) {
        if (person.roles().contains(Role.OPERATOR)
                && !person.isRevoked()
                && !people.hasOperatorBesides(person.id())) {
            throw new Refusal(
                    IdentityRule.LAST_OPERATOR,
                    "This is the last operator. Give another person the role first.");
        }
    }

    private void require(Administrator by, Person.Place place) {
        if (!by.mayAdminister(place.cooperativeId(), place.roles())) {
            throw Administrator.notAllowed();
        }
        requireRolesThatFit(place);
        if (place.cooperativeId() != null) {
            directory.requireCooperative(place.cooperativeId());
        }
        place.cooperativeIds().forEach(directory::requireCooperative);
        if (place.outletId() != null
                && !directory
                        .cooperativeOf(place.outletId())
                        .filter(id -> id.equals(place.cooperativeId()))
                        .isPresent()) {
            throw new Refusal(
                    IdentityRule.NO_SUCH_OUTLET,
                    "The cooperative has no such outlet. Open it first: PUT /outlets/{id}.");
        }
        if (place.memberId() != null && place.cooperativeId() != null) {
            directory.requireMember(place.cooperativeId(), place.memberId());
        }
    }

    private static void requireRolesThatFit(Person.Place place) {
        var roles = place.roles();
        if (roles.contains(Role.OUTLET) || roles.contains(Role.SERVICE)) {
            throw doNotFit("OUTLET and SERVICE are no roles of people.");
        }
        if (Administrator.OF_A_COOPERATIVE.stream().anyMatch(roles::contains)
                != (place.cooperativeId() != null)) {
            throw doNotFit(
                    "Give 'cooperativeId' with the roles of a cooperative, and with no others.");
        }
        if (roles.contains(Role.ADVISOR) == place.cooperativeIds().isEmpty()) {
            throw doNotFit("Give 'cooperativeIds' to an advisor, and to nobody else.");
        }
        if (roles.contains(Role.MEMBER) != (place.memberId() != null)) {
            throw doNotFit("Give 'memberId' to a member, and to nobody else.");
        }
        if (place.outletId() != null && AT_AN_OUTLET.stream().noneMatch(roles::contains)) {
            throw doNotFit("Give 'outletId' to those only who work at an outlet.");
        }
    }

    private static Refusal doNotFit(String detail) {
        return new Refusal(IdentityRule.ROLES_DO_NOT_FIT, detail);
    }

    private static Refusal noSuchPerson() {
        return new Refusal(
                IdentityRule.NO_SUCH_PERSON,
                "No person has this id. Give a login first: PUT /people/{id}.");
    }
}
