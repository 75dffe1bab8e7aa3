package id.lumbung.retail.stock;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a product a shop sells a day, reckoned over the days on which there was something to
 * sell: days without stock are not days without need, and what was destroyed was not needed.
 *
 * @param sold base units
 * @param days with stock, or with a sale
 */
public record Consumption(long sold, int days) {

    /** Of the days from one to another, both counted. */
    public static Consumption of(Card card, Shop shop, LocalDate from, LocalDate until) {
        var sold = 0L;
        var days = new HashSet<LocalDate>();
        var balance = card.opening().total();
        var day = from;
        for (var line : card.lines()) {
            var date = shop.dateAt(line.at());
            if (date.isAfter(until)) {
                break;
            }
            stocked(balance, day, date).forEach(days::add);
            balance = line.balance();
            if (!date.isBefore(from)) {
                day = date;
                var quantity =
                        line.kind() == MovementKind.SOLD ? line.beyond() - line.quantity() : 0;
                sold += quantity;
                if (quantity > 0 || balance > 0) {
                    days.add(date);
                }
            }
        }
        stocked(balance, day, until.plusDays(1)).forEach(days::add);
        return new Consumption(sold, days.size());
    }

    private static Stream<LocalDate> stocked(long balance, LocalDate from, LocalDate until) {
        return balance > 0 && from.isBefore(until)
                ? from.datesUntil(until)
                : List.<LocalDate>of().stream();
    }

    /** What so many days need, rounded down to a base unit. */
    public long in(long days) {
        return this.days == 0 ? 0 : Math.multiplyExact(sold, days) / this.days;
    }
}
