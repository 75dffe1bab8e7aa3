package id.lumbung.village.demo;

import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Village;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Draws who comes to a village's clinic, each visit by its own number. */
record VisitsDraw(FactIds ids, Village village) {

    private static final int VISITS_PER_REFUND = 100;

    List<Visit> visits(Profile profile) {
        var payers = payers();
        var members = village.memberIds();
        var visits = new ArrayList<Visit>(VillageYear.VISITS);
        for (var i = 0; i < VillageYear.VISITS; i++) {
            var chances = ids.chances("visit " + i);
            var at = profile.at(chances);
            var payer = payers.draw(chances);
            var fee = 15_000 + 5_000L * chances.nextInt(13);
            var id = ids.id(at, "visit " + i);
            visits.add(new Visit(id, Profile.person(members, chances), payer, at, payer.paid(fee)));
        }
        return visits;
    }

    private static Weighted<Payer> payers() {
        var payers = new LinkedHashMap<Payer, Integer>();
        for (var payer : Payer.values()) {
            var _ = payers.put(payer, payer.ofHundred);
        }
        return new Weighted<>(payers);
    }

    /** What is paid back of these visits before the year ends. */
    List<Refund> refunds(List<Visit> visits, Instant end) {
        var refunds = new ArrayList<Refund>();
        for (var i = 0; i < visits.size(); i += VISITS_PER_REFUND) {
            var visit = visits.get(i);
            var at = visit.settledAt().plus(Duration.ofMinutes(5));
            if (visit.paid() > 0 && at.isBefore(end)) {
                refunds.add(new Refund(ids.id(at, "refund " + i), visit, visit.paid() / 2, at));
            }
        }
        return refunds;
    }
}
