package id.lumbung.village.demo;

import id.lumbung.village.demo.VillageYear.Deposit;
import id.lumbung.village.demo.VillageYear.Payer;
import id.lumbung.village.demo.VillageYear.Visit;
import id.lumbung.village.life.AtcGroup;
import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Sale;
import id.lumbung.village.life.Village;
import java.time.LocalTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws what happens in a village's year, each fact by its own number. */
record YearDraw(FactIds ids, Village village) {

    private static final int MOST_LINES = 3;
    private static final double BY_MEMBERS = 0.6;
    private static final long PRINCIPAL = 100_000;
    private static final long MANDATORY_EACH_MONTH = 20_000;

    List<Deposit> deposits(Year year) {
        var deposits = new ArrayList<Deposit>();
        for (var member : village.memberIds()) {
            for (var month = 1; month <= 12; month++) {
                var at =
                        year.atMonth(month)
                                .atDay(5)
                                .atTime(LocalTime.of(9, 0))
                                .atZone(Village.ZONE)
                                .toInstant();
                if (month == 1) {
                    deposits.add(
                            new Deposit(
                                    ids.id(at, "principal " + member),
                                    member,
                                    "PRINCIPAL",
                                    PRINCIPAL,
                                    at));
                }
                deposits.add(
                        new Deposit(
                                ids.id(at, "mandatory " + member),
                                member,
                                "MANDATORY",
                                MANDATORY_EACH_MONTH,
                                at));
            }
        }
        return deposits;
    }

    List<Sale> sales(Profile profile) {
        var outlet = village.outlet("PHARMACY");
        var members = village.memberIds();
        var sales = new ArrayList<Sale>(VillageYear.SALES);
        for (var i = 0; i < VillageYear.SALES; i++) {
            var chances = ids.chances("sale " + i);
            var at = profile.at(chances);
            var basket = new EnumMap<AtcGroup, Integer>(AtcGroup.class);
            for (var n = 1 + chances.nextInt(MOST_LINES); n > 0; n--) {
                var group = profile.group(chances);
                // Strips, of which a pack holds twelve.
                var units = group.unitsPerPack() / 12 * (1 + chances.nextInt(12));
                var _ = basket.merge(group, units, Integer::sum);
            }
            sales.add(
                    new Sale(
                            ids.id(at, "sale " + i),
                            village.cooperativeId(),
                            outlet,
                            person(members, chances),
                            basket.entrySet().stream()
                                    .map(it -> it.getKey().line(it.getValue()))
                                    .toList(),
                            at));
        }
        return sales;
    }

    List<Visit> visits(Profile profile) {
        var payers = new LinkedHashMap<Payer, Integer>();
        for (var payer : Payer.values()) {
            var _ = payers.put(payer, payer.ofHundred);
        }
        var drawn = new Weighted<>(payers);
        var members = village.memberIds();
        var visits = new ArrayList<Visit>(VillageYear.VISITS);
        for (var i = 0; i < VillageYear.VISITS; i++) {
            var chances = ids.chances("visit " + i);
            var at = profile.at(chances);
            var payer = drawn.draw(chances);
            var fee = 15_000 + 5_000L * chances.nextInt(13);
            visits.add(
                    new Visit(
                            ids.id(at, "visit " + i),
                            person(members, chances),
                            payer,
                            at,
                            payer.paid(fee)));
        }
        return visits;
    }

    private static @Nullable UUID person(List<UUID> members, SplittableRandom chances) {
        return chances.nextDouble() < BY_MEMBERS
                ? members.get(chances.nextInt(members.size()))
                : null;
    }
}
