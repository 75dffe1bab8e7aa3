package id.lumbung.shu.division;

import java.util.UUID;

/**
 * What one member brings into a division; nothing of it is negative.
 *
 * @param business rupiah by which the member's patronage (jasa usaha) is measured; zero for who
 *     does not share
 * @param capital rupiah by which the return on capital (jasa modal) is measured; zero for who does
 *     not share
 * @param shortfall rupiah of business below zero, which counts as zero, of who shares
 * @param otherTurnover rupiah of the member's turnover beyond {@code business}
 */
public record Weights(
        UUID memberId,
        Eligibility eligibility,
        long business,
        long capital,
        long shortfall,
        long otherTurnover) {

    boolean shares() {
        return eligibility == Eligibility.SHARES;
    }
}
