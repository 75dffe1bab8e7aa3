package id.lumbung.shu.explanation;

import id.lumbung.backbone.event.Event.SavingsKind;

/**
 * One kind of savings.
 *
 * @param averageDaily rupiahDays ÷ days, rounded down
 * @param isCapital whether the policy counts it
 */
public record ExplainedSaving(
        SavingsKind kind,
        long opening,
        long paidIn,
        long takenOut,
        long closing,
        long rupiahDays,
        long averageDaily,
        boolean isCapital) {}
