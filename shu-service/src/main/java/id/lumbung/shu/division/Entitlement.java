package id.lumbung.shu.division;

import id.lumbung.backbone.money.Rupiah;
import java.util.UUID;

/**
 * What one member gets (bagian anggota): two exact products, each rounded down.
 *
 * @param business the member's part of the denominator
 * @param capital the member's part of the denominator
 */
public record Entitlement(
        UUID memberId,
        Eligibility eligibility,
        long business,
        long capital,
        Rupiah patronagePart,
        Rupiah capitalPart,
        Rupiah total) {

    static Entitlement of(
            Weights own,
            Rupiah forPatronage,
            long allBusiness,
            Rupiah forCapital,
            long allCapital) {
        var patronagePart = forPatronage.portion(own.business(), allBusiness);
        var capitalPart = forCapital.portion(own.capital(), allCapital);
        return new Entitlement(
                own.memberId(),
                own.eligibility(),
                own.business(),
                own.capital(),
                patronagePart,
                capitalPart,
                patronagePart.plus(capitalPart));
    }
}
