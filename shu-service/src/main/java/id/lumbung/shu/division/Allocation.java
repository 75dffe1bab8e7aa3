package id.lumbung.shu.division;

import id.lumbung.backbone.money.Rupiah;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a surplus comes to before anybody looks at members: the village's share first, then the part
 * earned with non-members to the reserve, then the funds.
 *
 * @param nonMemberToReserve the part earned with non-members; already in {@code funds}, under
 *     {@link Policy#RESERVE}, as is what rounding left of the funds
 * @param funds in the policy's order; with the village share they are the surplus
 */
public record Allocation(
        Rupiah villageShare, Rupiah nonMemberToReserve, Map<String, Rupiah> funds) {
    public Allocation {
        funds = Collections.unmodifiableMap(new LinkedHashMap<>(funds));
    }

    /**
     * A loss, or nothing, gives every fund nothing.
     *
     * @param surplus rupiah to be divided
     * @param earnedWithMembers of {@code earned}, not more than it
     * @param earned what the year brought; the surplus itself, unless an earlier loss was taken off
     */
    public static Allocation of(
            Rupiah surplus, Rupiah earnedWithMembers, Rupiah earned, Policy.Rules rules) {
        var shared = surplus.isNegative() ? Rupiah.ZERO : surplus;
        var village = shared.portion(rules.villageShareBp(), Policy.WHOLE);
        var rest = shared.minus(village);
        var base =
                rules.nonMemberToReserve() && shared.isMoreThan(Rupiah.ZERO)
                        ? rest.portion(earnedWithMembers.amount(), earned.amount())
                        : rest;
        Map<String, Long> weights = new LinkedHashMap<>();
        rules.funds().forEach((fund, share) -> weights.put(fund, share.longValue()));
        var division = base.divide(weights);
        Map<String, Rupiah> funds = new LinkedHashMap<>(division.parts());
        var toReserve = rest.minus(base).plus(division.remainder());
        if (toReserve.isMoreThan(Rupiah.ZERO)) {
            var _ = funds.merge(Policy.RESERVE, toReserve, Rupiah::plus);
        }
        return new Allocation(village, rest.minus(base), funds);
    }

    /** The pool that members share by the savings they hold (jasa modal). */
    public Rupiah forCapital() {
        return funds.getOrDefault(Policy.CAPITAL, Rupiah.ZERO);
    }

    /** The pool that members share by the business they did (jasa usaha). */
    public Rupiah forPatronage() {
        return funds.getOrDefault(Policy.PATRONAGE, Rupiah.ZERO);
    }
}
