package id.lumbung.village.demo;

import static id.lumbung.launcher.client.IndonesianNumbers.number;
import static id.lumbung.launcher.client.IndonesianNumbers.rupiah;

import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.ControlTotals.Book;
import id.lumbung.launcher.client.ControlTotals.Day;
import id.lumbung.launcher.client.InFlight;
import id.lumbung.launcher.client.JournalWatch;
import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.reconcile.Reconciliation;
import id.lumbung.launcher.reconcile.ReconciliationTable;
import id.lumbung.village.life.BatchSender;
import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Village;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Has a village live through a year, and shows that the journal tells the same of it: for the
 * cooperative, for its busiest members, and fact by fact.
 */
public final class Demo {

    private static final int AT_ONCE = 16;
    private static final int MEMBERS_SHOWN = 5;
    private static final Duration NOTHING_COMES = Duration.ofSeconds(60);

    private final Callers callers;
    private final ControlTotals totals;
    private final PrintStream out;
    private final Consumer<String> progress;
    private boolean closes = true;

    record Sums(
            long business,
            long sales,
            long returns,
            long visits,
            long refunds,
            long salesCount,
            long visitsCount,
            Map<String, Long> savings) {}

    record CooperativeYear(Sums totals, Sums ofMembers) {}

    record MemberYear(Sums totals) {}

    record Member(String name) {}

    /**
     * @param out for the table
     * @param progress is told in words what happens
     */
    public Demo(Callers callers, PrintStream out, Consumer<String> progress) {
        this.callers = callers;
        this.totals = new ControlTotals(callers.operator());
        this.out = out;
        this.progress = progress;
    }

    /** The last year that is over. */
    public static Year lastFullYear() {
        return Year.from(LocalDate.now(Village.ZONE)).minusYears(1);
    }

    /** The village that the demo tells of unless it is given another seed. */
    public static Village village() {
        return life(lastFullYear(), 1).village();
    }

    private static VillageYear life(Year year, long seed) {
        return VillageYear.of(new FactIds("demo of %s, seed %d".formatted(year, seed)), year);
    }

    /**
     * @return whether all sums close
     */
    public boolean run(Year year, long seed) {
        var life = life(year, seed);
        var before = standing(life.village());
        send(life);
        awaitJournal(life.village());
        var added = standing(life.village()) - before;

        out.printf("%n%s, book year %s%n%n", life.village().name(), year);
        cooperative(life);
        members(life);
        reconciliation(life.village());
        out.println(
                added == 0
                        ? "Nothing was added: everything was there already."
                        : "%s facts were added.".formatted(number(added)));
        out.println(closes ? "All sums close." : "NOT all sums close; see the lines marked so.");
        return closes;
    }

    private static List<UUID> books(Village village) {
        var books = new ArrayList<UUID>();
        books.add(village.cooperativeId());
        village.outlets().forEach(outlet -> books.add(outlet.id()));
        return books;
    }

    /** How many facts the services hold. */
    private long standing(Village village) {
        return books(village).stream()
                .flatMap(outlet ->
                        Book.OWN.stream().map(book -> totals.days(book, outlet, null, null)))
                .flatMap(own -> own.days().stream())
                .mapToLong(Day::count)
                .sum();
    }

    private void send(VillageYear life) {
        var village = life.village();
        village.register(callers);
        progress.accept("registered %s members".formatted(number(village.members().size())));
        try (var requests = new InFlight(AT_ONCE)) {
            life.deposits().forEach(deposit -> requests.add(() -> deposit(village, deposit)));
            requests.await();
        }
        progress.accept("%s deposits".formatted(number(life.deposits().size())));
        try (var sender = pharmacySender(village)) {
            life.sales().forEach(sender::send);
            sender.await();
            closes &= sender.sent().conflicts() + sender.sent().refused() == 0;
        }
        progress.accept("%s sales".formatted(number(life.sales().size())));
        try (var requests = new InFlight(AT_ONCE)) {
            life.returns().forEach(it -> requests.add(() -> giveBack(village, it)));
            life.visits().forEach(visit -> requests.add(() -> visit(village, visit)));
            requests.await();
        }
        try (var requests = new InFlight(AT_ONCE)) {
            life.refunds().forEach(refund -> requests.add(() -> refund(village, refund)));
            requests.await();
        }
        progress.accept("%s visits".formatted(number(life.visits().size())));
    }

    private BatchSender pharmacySender(Village village) {
        return new BatchSender(
                callers.outlet(village.outlet("PHARMACY")), Village.ZONE, 0, progress);
    }

    private void deposit(Village village, VillageYear.Deposit deposit) {
        callers.board(village.cooperativeId())
                .put(
                        "/api/membership/deposits/" + deposit.id(),
                        Map.of(
                                "cooperativeId", village.cooperativeId(),
                                "memberId", deposit.memberId(),
                                "kind", deposit.kind(),
                                "amount", deposit.amount(),
                                "at", deposit.at()));
    }

    private void giveBack(Village village, VillageYear.Return it) {
        callers.outlet(it.sale().outletId())
                .put(
                        "/api/pharmacy/returns/" + it.id(),
                        Map.of(
                                "cooperativeId", village.cooperativeId(),
                                "outletId", it.sale().outletId(),
                                "saleId", it.sale().id(),
                                "lines",
                                        List.of(
                                                Map.of(
                                                        "line", 0,
                                                        "quantity", it.line().quantity(),
                                                        "amount", it.line().amount())),
                                "at", it.at()));
    }

    private void visit(Village village, VillageYear.Visit visit) {
        var registration = new HashMap<String, Object>();
        registration.put("cooperativeId", village.cooperativeId());
        registration.put("outletId", village.outlet("CLINIC"));
        if (visit.memberId() != null) {
            registration.put("memberId", visit.memberId());
        }
        registration.put("payer", visit.payer());
        registration.put("arrivedAt", visit.at());
        var clinic = callers.outlet(village.outlet("CLINIC"));
        clinic.put("/api/clinic/visits/" + visit.id(), registration);
        clinic.put(
                "/api/clinic/visits/%s/settlement".formatted(visit.id()),
                Map.of("paid", visit.paid(), "at", visit.settledAt()));
    }

    private void refund(Village village, VillageYear.Refund refund) {
        callers.outlet(village.outlet("CLINIC"))
                .put(
                        "/api/clinic/refunds/" + refund.id(),
                        Map.of(
                                "visitId", refund.visit().id(),
                                "amount", refund.amount(),
                                "at", refund.at()));
    }

    private void awaitJournal(Village village) {
        var watch = new JournalWatch(totals, NOTHING_COMES);
        for (var outlet : books(village)) {
            var expected = new HashMap<LocalDate, Long>();
            for (var book : Book.OWN) {
                totals.days(book, outlet, null, null)
                        .days()
                        .forEach(day -> {
                            var _ = expected.merge(day.day(), day.count(), Long::sum);
                        });
            }
            if (!watch.await(outlet, expected, _ -> {})) {
                progress.accept(
                        "Nothing came into the journal for %d s; see the logs of shu and kafka."
                                .formatted(NOTHING_COMES.toSeconds()));
            }
        }
        progress.accept("the journal has them");
    }

    private void cooperative(VillageYear life) {
        var journal =
                callers.operator()
                        .get(
                                "/api/shu/cooperatives/%s/years/%s"
                                        .formatted(life.village().cooperativeId(), life.year()),
                                CooperativeYear.class);
        var sums = journal.totals();
        heading("", "count", "told", "in the journal");
        var sold = life.sales().stream().mapToLong(it -> it.total()).sum();
        var returned = life.returns().stream().mapToLong(it -> it.line().amount()).sum();
        var paid = life.visits().stream().mapToLong(VillageYear.Visit::paid).sum();
        var refunded = life.refunds().stream().mapToLong(VillageYear.Refund::amount).sum();
        var ofMembers = life.businessOfMembers().values().stream().mapToLong(Long::longValue).sum();
        line("sales", life.sales().size(), sums.salesCount(), sold, sums.sales());
        line("returns", life.returns().size(), -returned, sums.returns());
        line("visits", life.visits().size(), sums.visitsCount(), paid, sums.visits());
        line("refunds", life.refunds().size(), -refunded, sums.refunds());
        line("business", 0, sold - returned + paid - refunded, sums.business());
        line("  of members", 0, ofMembers, journal.ofMembers().business());
        for (var kind : List.of("PRINCIPAL", "MANDATORY")) {
            line(
                    kind.toLowerCase(Locale.ROOT) + " savings",
                    (int) life.deposits().stream().filter(it -> it.kind().equals(kind)).count(),
                    life.saved(kind),
                    sums.savings().getOrDefault(kind, 0L));
        }
        out.println();
    }

    private void members(VillageYear life) {
        heading("busiest members", "", "told", "in the journal");
        life.businessOfMembers().entrySet().stream()
                .sorted(Map.Entry.<UUID, Long>comparingByValue().reversed())
                .limit(MEMBERS_SHOWN)
                .forEach(entry -> {
                    var member =
                            callers.board(life.village().cooperativeId())
                                    .get("/api/membership/members/" + entry.getKey(), Member.class);
                    var year =
                            callers.operator()
                                    .get(
                                            "/api/shu/cooperatives/%s/members/%s/years/%s"
                                                    .formatted(
                                                            life.village().cooperativeId(),
                                                            entry.getKey(),
                                                            life.year()),
                                            MemberYear.class);
                    line(member.name(), 0, entry.getValue(), year.totals().business());
                });
        out.println();
    }

    private void reconciliation(Village village) {
        var report = new Reconciliation(callers.operator()).of(books(village));
        closes &= report.equal();
        out.println(new ReconciliationTable(report).text());
    }

    private void heading(String what, String count, String told, String journal) {
        out.printf("%-22s %8s %20s %20s%n", what, count, told, journal);
    }

    private void line(String what, int count, long counted, long told, long journal) {
        var equal = count == counted;
        line(what, count, told, journal);
        if (!equal) {
            closes = false;
            out.printf("  NOT EQUAL: %s in the journal%n", number(counted));
        }
    }

    /**
     * @param count 0 where it is not shown
     */
    private void line(String what, int count, long told, long journal) {
        var equal = told == journal;
        closes &= equal;
        out.printf(
                "%-22s %8s %20s %20s%s%n",
                what,
                count == 0 ? "" : number(count),
                rupiah(told),
                rupiah(journal),
                equal ? "" : "  NOT EQUAL");
    }
}
