package id.lumbung.village.demo;

import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Sale;
import id.lumbung.village.life.Village;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that happens in the demo's year. It follows from the source of the ids alone: the same source
 * makes the same year.
 */
record VillageYear(
        Year year,
        Village village,
        List<Deposit> deposits,
        List<Sale> sales,
        List<Return> returns,
        List<Visit> visits,
        List<Refund> refunds) {

    static final int MEMBERS = 120;
    static final int SALES = 4_000;
    static final int VISITS = 600;

    static VillageYear of(FactIds ids, Year year) {
        var outlets = List.of("PHARMACY", "CLINIC");
        var village =
                Village.found(ids, "Tambong", "35.10.14.2014", year.atDay(1), MEMBERS, outlets);
        var profile = new Profile(year, Village.ZONE);
        var end = year.plusYears(1).atDay(1).atStartOfDay(Village.ZONE).toInstant();
        var deposits = new SavingsDraw(ids, village).deposits(year);
        var pharmacy = new SalesDraw(ids, village);
        var sales = pharmacy.sales(profile);
        var returns = pharmacy.returns(sales, end);
        var clinic = new VisitsDraw(ids, village);
        var visits = clinic.visits(profile);
        var refunds = clinic.refunds(visits, end);
        return new VillageYear(year, village, deposits, sales, returns, visits, refunds);
    }

    /** Net purchases and fees of each member, in rupiah. */
    Map<UUID, Long> businessOfMembers() {
        var business = new LinkedHashMap<UUID, Long>();
        sales.forEach(sale -> add(business, sale.memberId(), sale.total()));
        returns.forEach(it -> add(business, it.sale().memberId(), -it.line().amount()));
        visits.forEach(visit -> add(business, visit.memberId(), visit.paid()));
        refunds.forEach(it -> add(business, it.visit().memberId(), -it.amount()));
        return business;
    }

    private static void add(Map<UUID, Long> business, @Nullable UUID member, long amount) {
        if (member != null) {
            var _ = business.merge(member, amount, Math::addExact);
        }
    }

    /** Those of a kind. */
    List<Deposit> deposits(String kind) {
        return deposits.stream().filter(it -> it.kind().equals(kind)).toList();
    }
}
