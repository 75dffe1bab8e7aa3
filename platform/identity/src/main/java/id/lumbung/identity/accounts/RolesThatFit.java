package id.lumbung.identity.accounts;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.Directory;
import id.lumbung.identity.IdentityRule;

/** That roles fit what they are given for ({@link RoleRules}), and that it is there. */
class RolesThatFit {

    private final Directory directory;

    RolesThatFit(Directory directory) {
        this.directory = directory;
    }

    /**
     * @throws Refusal when the roles do not go together with the rest, or something named is not
     *     registered
     */
    void require(Place place) {
        RoleRules.require(place);
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
}
