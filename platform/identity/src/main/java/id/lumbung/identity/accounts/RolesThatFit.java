package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.Directory;
import id.lumbung.identity.IdentityRule;
import java.util.Set;

/** Which roles go with which cooperative, outlet and member, and that those are there. */
class RolesThatFit {

    /** Those whose work is at one outlet. */
    private static final Set<Role> AT_AN_OUTLET =
            Set.of(Role.CASHIER, Role.PHARMACIST, Role.CLINICIAN);

    private final Directory directory;

    RolesThatFit(Directory directory) {
        this.directory = directory;
    }

    /**
     * @throws Refusal when the roles do not go together with the rest, or something named is not
     *     registered
     */
    void require(Place place) {
        requireRoles(place);
        if (place.cooperativeId() != null) {
            directory.requireCooperative(place.cooperativeId());
        }
        place.cooperativeIds().forEach(directory::requireCooperative);
        if (place.outletId() != null
                && directory
                        .cooperativeOf(place.outletId())
                        .filter(id -> id.equals(place.cooperativeId()))
                        .isEmpty()) {
            throw new Refusal(
                    IdentityRule.NO_SUCH_OUTLET,
                    "The cooperative has no such outlet. Open it first: PUT /outlets/{id}.");
        }
        if (place.memberId() != null && place.cooperativeId() != null) {
            directory.requireMember(place.cooperativeId(), place.memberId());
        }
    }

    private static void requireRoles(Place place) {
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
}
