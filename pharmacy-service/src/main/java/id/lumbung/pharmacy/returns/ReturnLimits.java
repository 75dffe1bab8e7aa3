package id.lumbung.pharmacy.returns;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.pharmacy.sale.Sale;
import id.lumbung.pharmacy.sale.SaleLine;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may be given back for a sale: no more goods than were sold, and for so many of them no more
 * than their part of what was paid, rounded up to a whole rupiah. The parts of all returns together
 * are what was paid, to the rupiah. What an earlier return paid less, no later one makes up for.
 */
final class ReturnLimits {

    private final Sale sale;
    private final List<Return> earlier;
    private final Return brought;

    ReturnLimits(Sale sale, List<Return> earlier, Return brought) {
        this.sale = sale;
        this.earlier = earlier;
        this.brought = brought;
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when more would be given back
     */
    void require() {
        for (var line : brought.lines()) {
            if (line.line() >= sale.lines().size()) {
                throw ReturnRule.LINE_NOT_SOLD.because(
                        "Penjualan ini punya %d baris, dihitung dari 0; baris %d tidak ada."
                                .formatted(sale.lines().size(), line.line()),
                        "The sale has %d lines, counted from 0; there is no line %d."
                                .formatted(sale.lines().size(), line.line()),
                        Map.of("line", line.line(), "lines", sale.lines().size()));
            }
        }
        for (var i = 0; i < sale.lines().size(); i++) {
            requireLine(i, sale.lines().get(i));
        }
        requireCost();
    }

    private void requireLine(int line, SaleLine sold) {
        var before = quantity(of(earlier.stream(), line));
        var now = quantity(of(Stream.of(brought), line));
        if (now == 0) {
            return;
        }
        if (before + now > sold.quantity()) {
            throw ReturnRule.TOO_MUCH_RETURNED.because(
                    "Baris %d: %d dari %d sudah kembali, tersisa %d. Uang yang terlanjur dibayarkan dicatat sebagai selisih kas."
                            .formatted(line, before, sold.quantity(), sold.quantity() - before),
                    "Line %d: %d of %d are back already, %d are left. Money that was handed over nonetheless is a difference of the till."
                            .formatted(line, before, sold.quantity(), sold.quantity() - before),
                    Map.of(
                            "line",
                            line,
                            "sold",
                            sold.quantity(),
                            "returned",
                            before,
                            "left",
                            sold.quantity() - before));
        }
        requireMoney(line, sold, before, now);
    }

    private void requireMoney(int line, SaleLine sold, long before, long now) {
        var paidBefore = money(of(earlier.stream(), line));
        var paidNow = money(of(Stream.of(brought), line));
        var together = part(sold.amount(), before + now, sold.quantity(), true);
        var alone = together.minus(part(sold.amount(), before, sold.quantity(), false));
        var max = smaller(alone, together.minus(paidBefore));
        if (paidNow.isMoreThan(max)) {
            throw ReturnRule.TOO_MUCH_PAID_BACK.because(
                    "Baris %d: untuk %d paling banyak %s; %s terlalu banyak."
                            .formatted(line, now, max, paidNow),
                    "Line %d: for %d of them at most %s is paid back; %s is too much."
                            .formatted(line, now, max, paidNow),
                    Map.of("line", line, "quantity", now, "max", max.amount()));
        }
        var min = part(sold.amount(), now, sold.quantity(), false);
        if (min.isMoreThan(paidNow) && isBlank(brought.reason())) {
            throw ReturnRule.REASON_MISSING.because(
                    "Baris %d: bagian %d adalah %s. Bila kurang yang dikembalikan, tulis alasannya ('reason'), misalnya strip terbuka."
                            .formatted(line, now, min),
                    "Line %d: the part of %d is %s. Where less is paid back give the 'reason', such as an opened strip."
                            .formatted(line, now, min),
                    Map.of("line", line, "quantity", now, "part", min.amount()));
        }
    }

    /**
     * Of a sale of one line the cost has parts as its money has; of others only its whole is known.
     */
    private void requireCost() {
        var cost = brought.cost();
        if (cost == null) {
            return;
        }
        var before =
                earlier.stream()
                        .map(Return::cost)
                        .map(ReturnLimits::orZero)
                        .reduce(Rupiah.ZERO, Rupiah::plus);
        var whole = orZero(sale.cost());
        var max = whole.minus(before);
        if (sale.lines().size() == 1) {
            var sold = sale.lines().getFirst().quantity();
            var back = quantity(earlier.stream().flatMap(it -> it.lines().stream()));
            var now = quantity(brought.lines().stream());
            max =
                    smaller(
                            part(whole, back + now, sold, true)
                                    .minus(part(whole, back, sold, false)),
                            part(whole, back + now, sold, true).minus(before));
        }
        if (cost.isMoreThan(max)) {
            throw ReturnRule.TOO_MUCH_COST_RETURNED.because(
                    "Harga pokok yang kembali paling banyak %s; %s melebihi harga pokok penjualannya."
                            .formatted(max, cost),
                    "At most %s of the sale's cost comes back with these goods; %s is more."
                            .formatted(max, cost),
                    Map.of("max", max.amount(), "cost", cost.amount()));
        }
    }

    private static Stream<Return.Line> of(Stream<Return> returns, int line) {
        return returns.flatMap(it -> it.lines().stream()).filter(it -> it.line() == line);
    }

    private static long quantity(Stream<Return.Line> lines) {
        return lines.mapToLong(Return.Line::quantity).sum();
    }

    private static Rupiah money(Stream<Return.Line> lines) {
        return lines.map(Return.Line::amount).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    /** The part of a whole that falls to so many of all its pieces, to a whole rupiah. */
    private static Rupiah part(Rupiah whole, long pieces, long all, boolean roundUp) {
        var parts =
                BigInteger.valueOf(whole.amount())
                        .multiply(BigInteger.valueOf(pieces))
                        .divideAndRemainder(BigInteger.valueOf(all));
        return Rupiah.of(parts[0].longValueExact() + (roundUp && parts[1].signum() > 0 ? 1 : 0));
    }

    private static Rupiah smaller(Rupiah one, Rupiah other) {
        var smaller = one.isMoreThan(other) ? other : one;
        return smaller.isNegative() ? Rupiah.ZERO : smaller;
    }

    private static Rupiah orZero(@Nullable Rupiah amount) {
        return amount == null ? Rupiah.ZERO : amount;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
