package id.lumbung.shu.closing.proposal;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.record.FrozenTotals;
import id.lumbung.shu.closing.record.ResultCalculation;
import id.lumbung.shu.closing.record.ResultCalculation.Mismatch;
import id.lumbung.shu.closing.record.ResultCalculation.Trade;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays the board's figures beside what the frozen books hold: sales to members and to others,
 * savings by kind, and the reserve as the year before left it. A difference is shown to the
 * meeting, and hinders nothing: other outlets than those that journal may have sold.
 */
final class FiguresComparison {

    private final List<Mismatch> differences = new ArrayList<>();

    private FiguresComparison() {}

    /**
     * @param reserve as the year before left it; null where none was divided
     */
    static List<Mismatch> of(
            ResultCalculation figures, FrozenTotals books, @Nullable Rupiah reserve) {
        var comparison = new FiguresComparison();
        comparison.compare("members.sales", sales(figures.members()), books.business());
        comparison.compare("nonMembers.sales", sales(figures.nonMembers()), books.othersBusiness());
        var papers = figures.savings();
        if (papers != null && !papers.isEmpty()) {
            var paper = papers.getFirst();
            comparison.saved("principal", paper.principal(), SavingsKind.PRINCIPAL, books);
            comparison.saved("mandatory", paper.mandatory(), SavingsKind.MANDATORY, books);
            comparison.saved("voluntary", paper.voluntary(), SavingsKind.VOLUNTARY, books);
        }
        if (reserve != null) {
            comparison.compare("reserve", figures.reserve(), reserve.amount());
        }
        return List.copyOf(comparison.differences);
    }

    private static @Nullable Rupiah sales(@Nullable Trade trade) {
        return trade == null ? null : trade.sales();
    }

    private void saved(
            String line, @Nullable Rupiah written, SavingsKind kind, FrozenTotals books) {
        compare("savings." + line, written, books.savings().getOrDefault(kind, 0L));
    }

    private void compare(String line, @Nullable Rupiah written, long journalled) {
        var found = Rupiah.of(journalled);
        if (written != null && !written.equals(found)) {
            differences.add(new Mismatch(line, written, found, written.minus(found)));
        }
    }
}
