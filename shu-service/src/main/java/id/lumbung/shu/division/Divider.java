package id.lumbung.shu.division;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.division.Policy.BusinessDenominator;
import id.lumbung.shu.division.Policy.Rules;
import java.util.function.Consumer;

/**
 * Divides a surplus among members in two readings of their weights: the first sums the
 * denominators, the second rounds each part down and counts what is left. Holds no member in
 * memory, so a million take no more than one.
 */
public final class Divider {

    private final Rules rules;
    private long business;
    private long othersTurnover;
    private long capital;
    private long shortfall;
    private long members;

    public Divider(Rules rules) {
        this.rules = rules;
    }

    /** Reads the weights of all members; each reading must hand over the same. */
    public interface Reading {
        void each(Consumer<Weights> member);
    }

    public void count(Weights member) {
        business = Math.addExact(business, member.business());
        othersTurnover = Math.addExact(othersTurnover, member.otherTurnover());
        capital = Math.addExact(capital, member.capital());
        if (member.shares()) {
            members++;
            shortfall = Math.addExact(shortfall, member.shortfall());
        }
    }

    /**
     * @param net rupiah that passers-by did on a day; all days are summed before anything below
     *     zero counts as zero, for one day's returns may exceed its sales
     */
    public void countPassersBy(long net) {
        othersTurnover = Math.addExact(othersTurnover, net);
    }

    /** The denominator of patronage (VUK), rupiah. */
    public long business() {
        return rules.businessDenominator() == BusinessDenominator.TOTAL_TURNOVER
                ? Math.addExact(business, Math.max(0, othersTurnover))
                : business;
    }

    /** The denominator of the return on capital (TMS), rupiah. */
    public long capital() {
        return capital;
    }

    /** The second reading, after every member was counted. */
    public Division divide(YearResult result, Allocation allocation, Reading members) {
        var forPatronage = allocation.forPatronage();
        var forCapital = allocation.forCapital();
        var parts = new Parts();
        members.each(own ->
                parts.add(Entitlement.of(own, forPatronage, business(), forCapital, capital)));
        var remainder = forPatronage.plus(forCapital).minus(parts.sum());
        return new Division(
                result.net(),
                result.broughtForward(),
                result.reserveUsed(),
                result.surplus(),
                result.carriedForward(),
                allocation.villageShare(),
                allocation.funds(),
                business(),
                capital,
                shortfall,
                this.members,
                parts.entitled(),
                parts.sum(),
                remainder,
                allocation.funds().getOrDefault(Policy.RESERVE, Rupiah.ZERO).plus(remainder),
                parts.digest());
    }
}
