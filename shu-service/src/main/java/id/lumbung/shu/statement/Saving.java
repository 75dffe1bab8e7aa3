package id.lumbung.shu.statement;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.explanation.ExplainedCapital;
import java.util.List;

/**
 * Savings of a kind, in rupiah.
 *
 * @param averageDaily rounded down
 * @param counts whether the policy counts this kind as capital
 */
public record Saving(
        Event.SavingsKind kind,
        Rupiah opening,
        Rupiah closing,
        Rupiah averageDaily,
        boolean counts) {

    /** Of the kinds that were held in the year. */
    static List<Saving> of(ExplainedCapital capital) {
        return capital.savings().stream()
                .filter(it -> it.opening() != 0 || it.paidIn() != 0 || it.takenOut() != 0)
                .map(it ->
                        new Saving(
                                it.kind(),
                                Rupiah.of(it.opening()),
                                Rupiah.of(it.closing()),
                                Rupiah.of(it.averageDaily()),
                                it.isCapital()))
                .toList();
    }
}
