package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.record.ResultCalculation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the result (PHU) in the order of the form that village cooperatives use: with
 * members, with others, expenses, other things, tax.
 */
final class PhuForm {

    private PhuForm() {}

    static List<PhuLine> lines(ResultCalculation figures, ResultCalculation.Checked checked) {
        var lines = new ArrayList<PhuLine>();
        trade(
                lines,
                "members",
                "anggota",
                "members",
                figures.members(),
                checked.memberParticipation());
        trade(
                lines,
                "nonMembers",
                "non-anggota",
                "non-members",
                figures.nonMembers(),
                checked.nonMemberParticipation());
        if (figures.expenses() != null) {
            for (var i = 0; i < figures.expenses().size(); i++) {
                var line = figures.expenses().get(i);
                lines.add(plain("expenses[" + i + "]", line.name(), line.name(), line.amount()));
            }
        }
        if (figures.expenses() != null || figures.expensesTotal() != null) {
            lines.add(
                    sum(
                            "expensesTotal",
                            "Jumlah beban usaha",
                            "Total expenses",
                            figures.expensesTotal(),
                            checked.expenses()));
        }
        if (!checked.unchecked()) {
            lines.add(
                    sum(
                            "grossSurplus",
                            "SHU bruto",
                            "Gross surplus",
                            figures.grossSurplus(),
                            checked.grossSurplus()));
        }
        if (figures.others() != null) {
            for (var i = 0; i < figures.others().size(); i++) {
                var line = figures.others().get(i);
                lines.add(plain("others[" + i + "]", line.name(), line.name(), line.amount()));
            }
        }
        if (figures.tax() != null) {
            lines.add(plain("tax", "Pajak", "Tax", figures.tax()));
        }
        lines.add(
                sum(
                        "netSurplus",
                        "SHU",
                        "Net surplus",
                        figures.netSurplus(),
                        checked.netSurplus()));
        return lines;
    }

    private static void trade(
            List<PhuLine> lines,
            String key,
            String withId,
            String withEn,
            ResultCalculation.@Nullable Trade trade,
            Rupiah participation) {
        if (trade == null) {
            return;
        }
        if (trade.sales() != null) {
            lines.add(
                    plain(
                            key + ".sales",
                            "Penjualan kepada " + withId,
                            "Sales to " + withEn,
                            trade.sales()));
        }
        if (trade.costOfGoods() != null) {
            lines.add(
                    plain(
                            key + ".costOfGoods",
                            "Harga pokok penjualan (HPP) " + withId,
                            "Cost of goods sold to " + withEn,
                            trade.costOfGoods()));
        }
        lines.add(
                sum(
                        key + ".participation",
                        "Partisipasi " + withId,
                        "Participation of " + withEn,
                        trade.participation(),
                        participation));
    }

    private static PhuLine plain(String key, String labelId, String labelEn, Rupiah amount) {
        return new PhuLine(key, labelId, labelEn, amount, amount, false);
    }

    private static PhuLine sum(
            String key, String labelId, String labelEn, @Nullable Rupiah written, Rupiah reckoned) {
        return new PhuLine(
                key, labelId, labelEn, written == null ? reckoned : written, reckoned, true);
    }
}
