package id.lumbung.village.demo;

import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Sale;
import id.lumbung.village.life.Village;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
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

    private static final int SALES_PER_RETURN = 100;
    private static final int VISITS_PER_REFUND = 100;
    private static final Duration UNTIL_BROUGHT_BACK = Duration.ofHours(20);

    /**
     * @param kind PRINCIPAL (simpanan pokok) or MANDATORY (simpanan wajib)
     * @param amount rupiah
     */
    record Deposit(UUID id, UUID memberId, String kind, long amount, Instant at) {}

    /** The first line of a sale, brought back whole. */
    record Return(UUID id, Sale sale, Instant at) {

        Sale.Line line() {
            return sale.lines().getFirst();
        }
    }

    /** Who pays for a visit, of 100 visits how many, and what the patient pays of the fee. */
    enum Payer {
        GENERAL(45),
        JKN(35),
        PBI(15),
        PROGRAM(5);

        final int ofHundred;

        Payer(int ofHundred) {
            this.ofHundred = ofHundred;
        }

        /** The insured pay a tenth where the fee is a round one; the aided pay nothing. */
        long paid(long fee) {
            return switch (this) {
                case GENERAL -> fee;
                case JKN -> fee % 20_000 == 0 ? fee / 10 : 0;
                case PBI, PROGRAM -> 0;
            };
        }
    }

    /**
     * @param paid rupiah by the patient
     */
    record Visit(UUID id, @Nullable UUID memberId, Payer payer, Instant at, long paid) {

        Instant settledAt() {
            return at.plus(Duration.ofMinutes(25));
        }
    }

    record Refund(UUID id, Visit visit, long amount, Instant at) {}

    static VillageYear of(FactIds ids, Year year) {
        var village =
                Village.found(
                        ids,
                        "Tambong",
                        "35.10.14.2014",
                        year.atDay(1),
                        MEMBERS,
                        List.of("PHARMACY", "CLINIC"));
        var profile = new Profile(year, Village.ZONE);
        var last = year.plusYears(1).atDay(1).atStartOfDay(Village.ZONE).toInstant();
        var draw = new YearDraw(ids, village);
        var sales = draw.sales(profile);
        var visits = draw.visits(profile);
        var returns = new ArrayList<Return>();
        for (var i = 0; i < sales.size(); i += SALES_PER_RETURN) {
            var sale = sales.get(i);
            var at = sale.at().plus(UNTIL_BROUGHT_BACK);
            if (at.isBefore(last)) {
                returns.add(new Return(ids.id(at, "return " + i), sale, at));
            }
        }
        var refunds = new ArrayList<Refund>();
        for (var i = 0; i < visits.size(); i += VISITS_PER_REFUND) {
            var visit = visits.get(i);
            var at = visit.settledAt().plus(Duration.ofMinutes(5));
            if (visit.paid() > 0 && at.isBefore(last)) {
                refunds.add(new Refund(ids.id(at, "refund " + i), visit, visit.paid() / 2, at));
            }
        }
        return new VillageYear(year, village, draw.deposits(year), sales, returns, visits, refunds);
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

    /** Rupiah of savings of a kind. */
    long saved(String kind) {
        return deposits.stream()
                .filter(it -> it.kind().equals(kind))
                .mapToLong(Deposit::amount)
                .sum();
    }
}
