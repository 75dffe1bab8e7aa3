package id.lumbung.village.demo;

import id.lumbung.launcher.login.Callers;
import id.lumbung.village.life.Sale;
import java.util.List;
import java.util.Locale;

/** What a cooperative did in a year beside what the journal has of it. */
record CooperativeComparison(Callers callers, VillageYear life) {

    void print(DemoTable table) {
        var path =
                "/api/shu/cooperatives/%s/years/%s"
                        .formatted(life.village().cooperativeId(), life.year());
        var journal = callers.operator().get(path, CooperativeYear.class);
        table.heading("", "count");
        business(table, journal);
        for (var kind : List.of("PRINCIPAL", "MANDATORY")) {
            var deposits = life.deposits(kind);
            table.line(
                    kind.toLowerCase(Locale.ROOT) + " savings",
                    deposits.size(),
                    deposits.stream().mapToLong(Deposit::amount).sum(),
                    journal.totals().savings().getOrDefault(kind, 0L));
        }
    }

    private void business(DemoTable table, CooperativeYear journal) {
        var sums = journal.totals();
        var sold = life.sales().stream().mapToLong(Sale::total).sum();
        var returned = life.returns().stream().mapToLong(it -> it.line().amount()).sum();
        var paid = life.visits().stream().mapToLong(Visit::paid).sum();
        var refunded = life.refunds().stream().mapToLong(Refund::amount).sum();
        var ofMembers = life.businessOfMembers().values().stream().mapToLong(Long::longValue).sum();
        table.line("sales", life.sales().size(), sums.salesCount(), sold, sums.sales());
        table.line("returns", life.returns().size(), -returned, sums.returns());
        table.line("visits", life.visits().size(), sums.visitsCount(), paid, sums.visits());
        table.line("refunds", life.refunds().size(), -refunded, sums.refunds());
        table.line("business", 0, sold - returned + paid - refunded, sums.business());
        table.line("  of members", 0, ofMembers, journal.ofMembers().business());
    }
}
