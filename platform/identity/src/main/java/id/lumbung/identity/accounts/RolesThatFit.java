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
            throw IdentityRule.NO_SUCH_OUTLET.because(
                    "Koperasi ini tidak punya gerai itu. Buka dahulu: PUT /outlets/{id}.",
                    "The cooperative has no such outlet. Open it first: PUT /outlets/{id}.");
        }
        if (place.memberId() != null && place.cooperativeId() != null) {
            directory.requireMember(place.cooperativeId(), place.memberId());
        }
    }

    private static void requireRoles(Place place) {
        var roles = place.roles();
        if (roles.contains(Role.OUTLET) || roles.contains(Role.SERVICE)) {
            throw doNotFit(
                    "OUTLET dan SERVICE bukan peran orang.",
                    "OUTLET and SERVICE are no roles of people.");
        }
        if (Administrator.OF_A_COOPERATIVE.stream().anyMatch(roles::contains)
                != (place.cooperativeId() != null)) {
            throw doNotFit(
                    "Beri 'cooperativeId' bersama peran koperasi, dan tidak bersama yang lain.",
                    "Give 'cooperativeId' with the roles of a cooperative, and with no others.");
        }
        if (roles.contains(Role.ADVISOR) == place.cooperativeIds().isEmpty()) {
            throw doNotFit(
                    "Beri 'cooperativeIds' kepada pendamping (ADVISOR) saja.",
                    "Give 'cooperativeIds' to an advisor, and to nobody else.");
        }
        if (roles.contains(Role.MEMBER) != (place.memberId() != null)) {
            throw doNotFit(
                    "Beri 'memberId' kepada anggota saja.",
                    "Give 'memberId' to a member, and to nobody else.");
        }
        if (place.outletId() != null && AT_AN_OUTLET.stream().noneMatch(roles::contains)) {
            throw doNotFit(
                    "Beri 'outletId' hanya kepada yang bekerja di gerai.",
                    "Give 'outletId' to those only who work at an outlet.");
        }
    }

    private static Refusal doNotFit(String indonesian, String english) {
        return IdentityRule.ROLES_DO_NOT_FIT.because(indonesian, english);
    }
}
