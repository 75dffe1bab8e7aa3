package id.lumbung.shu.simulation;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.division.DivisionRule;
import id.lumbung.shu.division.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a surplus would come to for each fund and each member under a policy.
 *
 * @param surplus the net surplus of the year, after tax; a loss is negative
 * @param memberSurplus the part of it earned with members; left out, all of it
 * @param members those of whom the shares are asked; where the policy gives totals, not necessarily
 *     all
 */
record Simulation(
        @Nullable Rupiah surplus,
        @Nullable Rupiah memberSurplus,
        @Nullable Policy policy,
        @Nullable List<@Nullable Member> members) {

    /** As many as can be given at once. */
    static final int MAX_MEMBERS = 100_000;

    /** Stands for everybody who was not given. */
    private static final String OTHERS = "";

    /**
     * @param business rupiah of business with the cooperative in the year, returns taken off; below
     *     zero it counts as zero
     * @param capital rupiah of the savings the policy counts
     */
    record Member(@Nullable String id, @Nullable Rupiah business, @Nullable Rupiah capital) {}

    /**
     * @param funds rupiah by fund; the reserve with the part of non-members and what rounding left
     *     of the funds
     * @param remainder what of the funds CAPITAL and PATRONAGE the members given do not get
     */
    record Outcome(
            Rupiah villageShare,
            Map<String, Rupiah> funds,
            List<Share> members,
            Rupiah remainder) {}

    record Share(String id, Rupiah capital, Rupiah patronage, Rupiah total) {}

    /**
     * Integers only: each part is rounded down to a whole rupiah, and what that leaves goes to the
     * reserve. Village share and funds together are the surplus; members' shares and the remainder
     * together are the funds for members. A loss, or nothing, gives nobody anything.
     *
     * @throws Refusal naming the rule that is broken and by how much; the order of members and
     *     funds never matters
     */
    Outcome outcome() {
        try {
            return divide();
        } catch (ArithmeticException e) {
            throw DivisionRule.TOO_LARGE.because(
                    "Jumlah seluruhnya melebihi %d rupiah; periksa satuannya."
                            .formatted(Long.MAX_VALUE),
                    "The amounts together exceed %d rupiah; check their units."
                            .formatted(Long.MAX_VALUE));
        }
    }

    private Outcome divide() {
        var net = given("surplus", surplus);
        var policy = given("policy", this.policy);
        var rules = policy.rules();
        var business = weights("business", Member::business, policy.totalTurnover());
        var capital = weights("capital", Member::capital, policy.totalCapital());
        var ofMembers = memberSurplus == null ? net : memberSurplus;
        if (ofMembers.isMoreThan(net) || (ofMembers.isNegative() && !net.isNegative())) {
            throw DivisionRule.MEMBER_SURPLUS_OUT_OF_RANGE.because(
                    "'memberSurplus' adalah %s dan harus antara nol dan 'surplus', %s (selisih %s)."
                            .formatted(
                                    ofMembers,
                                    net,
                                    ofMembers.isNegative()
                                            ? ofMembers.negated()
                                            : ofMembers.minus(net)),
                    "'memberSurplus' is %s and must lie between zero and 'surplus', %s (%s away)."
                            .formatted(
                                    ofMembers,
                                    net,
                                    ofMembers.isNegative()
                                            ? ofMembers.negated()
                                            : ofMembers.minus(net)));
        }
        var allocation = Allocation.of(net, ofMembers, net, rules);
        var forCapital = allocation.forCapital();
        var forPatronage = allocation.forPatronage();
        var byCapital = forCapital.divide(capital).parts();
        var byPatronage = forPatronage.divide(business).parts();
        var answered = new ArrayList<Share>();
        var remainder = forCapital.plus(forPatronage);
        for (var id : business.keySet()) {
            if (!id.equals(OTHERS)) {
                var part = byCapital.getOrDefault(id, Rupiah.ZERO);
                var other = byPatronage.getOrDefault(id, Rupiah.ZERO);
                var share = new Share(id, part, other, part.plus(other));
                answered.add(share);
                remainder = remainder.minus(share.total());
            }
        }
        return new Outcome(allocation.villageShare(), allocation.funds(), answered, remainder);
    }

    /** By member, and for {@link #OTHERS} what a total given leaves. */
    private Map<String, Long> weights(
            String field, Function<Member, @Nullable Rupiah> amount, @Nullable Rupiah total) {
        var asked = given("members", members);
        if (asked.size() > MAX_MEMBERS) {
            throw DivisionRule.TOO_MANY_MEMBERS.because(
                    "Ada %d anggota; paling banyak %d.".formatted(asked.size(), MAX_MEMBERS),
                    "There are %d members; no more than %d are taken."
                            .formatted(asked.size(), MAX_MEMBERS));
        }
        Map<String, Long> weights = LinkedHashMap.newLinkedHashMap(asked.size() + 1);
        long sum = 0;
        for (var i = 0; i < asked.size(); i++) {
            var place = "members[%d]".formatted(i);
            var member = given(place, asked.get(i));
            var id = given(place + ".id", member.id());
            if (id.isBlank()) {
                throw DivisionRule.MISSING.because(
                        "'%s.id' kosong.".formatted(place), "'%s.id' is empty.".formatted(place));
            }
            var found = amount.apply(member);
            var value = found == null ? 0 : found.amount();
            if (value < 0 && field.equals("capital")) {
                throw DivisionRule.CAPITAL_NEGATIVE.because(
                        "'%s.capital' adalah %d; simpanan tidak pernah kurang dari nol."
                                .formatted(place, value),
                        "'%s.capital' is %d; savings are never less than nothing."
                                .formatted(place, value));
            }
            var weight = Math.max(0, value);
            if (weights.put(id, weight) != null) {
                throw DivisionRule.MEMBER_TWICE.because(
                        "Anggota '%s' disebut dua kali; sebut masing-masing satu kali."
                                .formatted(id),
                        "The member '%s' is given twice; give each once.".formatted(id));
            }
            sum = Math.addExact(sum, weight);
        }
        if (total != null) {
            if (total.amount() < sum) {
                throw (field.equals("capital")
                                ? DivisionRule.CAPITAL_LESS_THAN_MEMBERS
                                : DivisionRule.TURNOVER_LESS_THAN_MEMBERS)
                        .because(
                                "Jumlah '%s' para anggota %d, lebih %d dari total yang diberikan, %d."
                                        .formatted(
                                                field,
                                                sum,
                                                Math.subtractExact(sum, total.amount()),
                                                total.amount()),
                                "The members' %s sums to %d, %d more than the total given, %d."
                                        .formatted(
                                                field,
                                                sum,
                                                Math.subtractExact(sum, total.amount()),
                                                total.amount()));
            }
            var _ = weights.put(OTHERS, total.amount() - sum);
        }
        return weights;
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw DivisionRule.MISSING.because(
                    "'%s' tidak ada; isi.".formatted(field),
                    "'%s' is missing; give it.".formatted(field));
        }
        return value;
    }
}
