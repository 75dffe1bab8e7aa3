package id.lumbung.shu.division;

import id.lumbung.backbone.money.Rupiah;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a year's surplus was divided: what each member gets follows from this, the rules and the
 * member's account alone, and is stored nowhere else.
 *
 * @param netSurplus of the year; negative for a loss
 * @param broughtForward a loss of the year before, zero or negative
 * @param reserveUsed what the meeting took from the reserve to cover a loss
 * @param surplus that was divided: zero where there is a loss
 * @param carriedForward a loss left for the next year, zero or negative
 * @param funds with the village share they are the surplus
 * @param business the denominator of patronage (VUK)
 * @param capital the denominator of the return on capital (TMS)
 * @param shortfall what members' business below zero, counted as zero, would have taken off
 * @param members whose accounts share, whatever they get
 * @param entitled who get something
 * @param remainder of the members' two pools that rounding, or an empty denominator, leaves to the
 *     reserve
 * @param toReserve all the reserve gets: its fund and the remainder
 * @param digest SHA-256 over each sharing member's id, weights and parts, in the order of ids
 */
public record Division(
        Rupiah netSurplus,
        Rupiah broughtForward,
        Rupiah reserveUsed,
        Rupiah surplus,
        Rupiah carriedForward,
        Rupiah villageShare,
        Map<String, Rupiah> funds,
        long business,
        long capital,
        long shortfall,
        long members,
        long entitled,
        Rupiah toMembers,
        Rupiah remainder,
        Rupiah toReserve,
        String digest) {

    public Division {
        funds = Collections.unmodifiableMap(new LinkedHashMap<>(funds));
    }

    public Rupiah forCapital() {
        return funds.getOrDefault(Policy.CAPITAL, Rupiah.ZERO);
    }

    public Rupiah forPatronage() {
        return funds.getOrDefault(Policy.PATRONAGE, Rupiah.ZERO);
    }

    /** What this division gives one member. */
    public Entitlement entitlement(Weights member) {
        return Entitlement.of(member, forPatronage(), business, forCapital(), capital);
    }
}
