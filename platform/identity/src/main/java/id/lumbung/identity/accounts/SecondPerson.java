package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.IdentityRule;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Four eyes on who may decide: an office that oversees others, and a member's login in an officer's
 * hand, are given by two persons. Otherwise one of them could make the other, and be both.
 */
class SecondPerson {

    /** Those that consent to what others do, or record it for them to consent to. */
    private static final Set<Role> OFFICES = Set.of(Role.BOARD, Role.SUPERVISOR, Role.OPERATOR);

    private static final Set<Role> ONLY_A_MEMBER = Set.of(Role.MEMBER);
    private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR);

    private final Logins logins;

    SecondPerson(Logins logins) {
        this.logins = logins;
    }

    /**
     * The roles of a login that a second person must consent to.
     *
     * @param before what its owner is now; null where it is new
     */
    static Set<Role> toConsentTo(@Nullable Place before, Place next) {
        var roles = new HashSet<Role>();
        next.roles().stream()
                .filter(OFFICES::contains)
                .filter(role -> before == null || !has(before, role, next.cooperativeId()))
                .forEach(roles::add);
        var isBound = isMemberInOffice(next);
        if (isBound
                && !(before != null
                        && isMemberInOffice(before)
                        && next.memberId() != null
                        && next.memberId().equals(before.memberId()))) {
            var _ = roles.add(Role.MEMBER);
        }
        return Set.copyOf(roles);
    }

    private static boolean has(Place place, Role role, @Nullable UUID cooperativeId) {
        return place.roles().contains(role)
                && (role == Role.OPERATOR
                        || (cooperativeId != null && cooperativeId.equals(place.cooperativeId())));
    }

    private static boolean isMemberInOffice(Place place) {
        return place.memberId() != null && !ONLY_A_MEMBER.containsAll(place.roles());
    }

    /** Whether the password of such a login is taken by two persons only. */
    static boolean guards(Place place) {
        return place.roles().stream().anyMatch(OFFICES::contains) || isMemberInOffice(place);
    }

    /**
     * Whether whoever asks now is another person than the one who asked first, for all that is
     * known, and may decide of such a login.
     */
    boolean isHere(Login login, Asked asked) {
        var here = Actor.current().subject();
        return !here.equals(asked.by())
                && !here.equals(login.id().toString())
                && mayBeOne(here, login.place())
                && !mayBeHeldBy(here, asked.by())
                && !mayBeHeldBy(asked.by(), here);
    }

    private boolean mayBeOne(String subject, Place place) {
        var offices = place.roles().contains(Role.OPERATOR) ? OPERATORS : OFFICES;
        return login(subject).filter(own -> own.isUsableAs(offices)).isPresent();
    }

    private boolean mayBeHeldBy(String login, String subject) {
        return login(login)
                .map(Login::origin)
                .filter(origin -> origin.mayBeHeldBy(subject))
                .isPresent();
    }

    private Optional<Login> login(String subject) {
        try {
            return logins.find(UUID.fromString(subject));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static Refusal needed() {
        return IdentityRule.SECOND_PERSON_NEEDED.because(
                "Ini memerlukan orang lain, bukan yang meminta: seorang operator, atau untuk jabatan koperasi seorang pengurus atau pengawasnya, yang akunnya tidak dibuat oleh yang meminta.",
                "This needs another person than the one who asked: an operator, or for the offices of a cooperative someone of its board or a supervisor, whose own login was not given by who asked.");
    }
}
