package id.lumbung.village.demo;

import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Village;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What the members of a village save in a year, on the fifth of each month. */
record SavingsDraw(FactIds ids, Village village) {

    private static final long PRINCIPAL = 100_000;
    private static final long MANDATORY_EACH_MONTH = 20_000;

    List<Deposit> deposits(Year year) {
        var deposits = new ArrayList<Deposit>();
        for (var member : village.memberIds()) {
            for (var month = 1; month <= 12; month++) {
                var at = day(year, month);
                if (month == 1) {
                    deposits.add(deposit(member, "PRINCIPAL", PRINCIPAL, at));
                }
                deposits.add(deposit(member, "MANDATORY", MANDATORY_EACH_MONTH, at));
            }
        }
        return deposits;
    }

    private static Instant day(Year year, int month) {
        return year.atMonth(month)
                .atDay(5)
                .atTime(LocalTime.of(9, 0))
                .atZone(Village.ZONE)
                .toInstant();
    }

    private Deposit deposit(UUID member, String kind, long amount, Instant at) {
        var id = ids.id(at, kind.toLowerCase(Locale.ROOT) + ' ' + member);
        return new Deposit(id, member, kind, amount, at);
    }
}
