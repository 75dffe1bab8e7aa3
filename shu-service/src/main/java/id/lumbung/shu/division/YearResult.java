package id.lumbung.shu.division;

import id.lumbung.backbone.money.Rupiah;

/**
 * What a year leaves to divide, or to carry (Juklak Menkop 1/2025 art. 21-22).
 *
 * @param net surplus of the year; negative for a loss
 * @param broughtForward a loss of the year before, zero or negative
 * @param reserveUsed what the meeting took from the reserve to cover a loss
 */
public record YearResult(Rupiah net, Rupiah broughtForward, Rupiah reserveUsed) {

    private Rupiah together() {
        return net.plus(broughtForward);
    }

    /** What is divided: zero where there is a loss. */
    public Rupiah surplus() {
        return together().isNegative() ? Rupiah.ZERO : together();
    }

    /** What of the loss nothing covers yet, as a positive amount. */
    public Rupiah loss() {
        return together().isNegative() ? together().negated() : Rupiah.ZERO;
    }

    /** The loss left for the next year, zero or negative. */
    public Rupiah carriedForward() {
        return reserveUsed.minus(loss());
    }
}
