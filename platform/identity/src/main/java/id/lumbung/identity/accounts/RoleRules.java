package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.IdentityRule;
import java.util.Set;

/** Which roles go with a cooperative, several of them, an outlet, a member. */
final class RoleRules {

    /** Those whose work is at one outlet. */
    private static final Set<Role> AT_AN_OUTLET =
            Set.of(Role.CASHIER, Role.PHARMACIST, Role.CLINICIAN);

    private RoleRules() {}

    /**
     * @throws Refusal when the roles do not go together with the rest
     */
    static void require(Place place) {
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
