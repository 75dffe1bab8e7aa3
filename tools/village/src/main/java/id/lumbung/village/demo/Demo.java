package id.lumbung.village.demo;

import static id.lumbung.launcher.client.IndonesianNumbers.number;

import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.ControlTotals.Book;
import id.lumbung.launcher.client.ControlTotals.Day;
import id.lumbung.launcher.client.JournalWatch;
import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.reconcile.Reconciliation;
import id.lumbung.launcher.reconcile.ReconciliationTable;
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
 * Has a village live through a year, and shows that the journal has the same of it: for the
 * cooperative, for its busiest members, and fact by fact.
 */
public final class Demo {

    private static final int MEMBERS_SHOWN = 5;
    private static final Duration NOTHING_COMES = Duration.ofSeconds(60);

    private final Callers callers;
    private final ControlTotals totals;
    private final PrintStream out;
    private final DemoTable table;
    private final Consumer<String> progress;

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

    record MemberYear(MemberSums totals) {}

    record MemberSums(long business) {}

    record Member(String name) {}

    /**
     * @param out for the table
     * @param progress gets a sentence for each thing that happens
     */
    public Demo(Callers callers, PrintStream out, Consumer<String> progress) {
        this.callers = callers;
        this.totals = new ControlTotals(callers.operator());
        this.out = out;
        this.table = new DemoTable(out);
        this.progress = progress;
    }

    /** The last year that is over. */
    public static Year lastFullYear() {
        return Year.from(LocalDate.now(Village.ZONE)).minusYears(1);
    }

    /** The village of the demo unless it is given another seed. */
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
        var before = held(life.village());
        if (!new VillageLoad(callers, progress).send(life)) {
            table.open();
        }
        awaitJournal(life.village());
        var added = held(life.village()) - before;

        out.printf("%n%s, book year %s%n%n", life.village().name(), year);
        cooperative(life);
        members(life);
        reconciliation(life.village());
        out.println(
                added == 0
                        ? "Nothing was added: everything was there already."
                        : "%s facts were added.".formatted(number(added)));
        out.println(
                table.closes()
                        ? "All sums close."
                        : "NOT all sums close; see the lines marked so.");
        return table.closes();
    }

    private static List<UUID> books(Village village) {
        var books = new ArrayList<UUID>();
        books.add(village.cooperativeId());
        village.outlets().forEach(outlet -> books.add(outlet.id()));
        return books;
    }

    /** How many facts the services hold. */
    private long held(Village village) {
        return books(village).stream()
                .flatMap(outlet ->
                        Book.OWN.stream().map(book -> totals.days(book, outlet, null, null)))
                .flatMap(own -> own.days().stream())
                .mapToLong(Day::count)
                .sum();
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
        table.heading("", "count");
        var sold = life.sales().stream().mapToLong(it -> it.total()).sum();
        var returned = life.returns().stream().mapToLong(it -> it.line().amount()).sum();
        var paid = life.visits().stream().mapToLong(VillageYear.Visit::paid).sum();
        var refunded = life.refunds().stream().mapToLong(VillageYear.Refund::amount).sum();
        var ofMembers = life.businessOfMembers().values().stream().mapToLong(Long::longValue).sum();
        table.line("sales", life.sales().size(), sums.salesCount(), sold, sums.sales());
        table.line("returns", life.returns().size(), -returned, sums.returns());
        table.line("visits", life.visits().size(), sums.visitsCount(), paid, sums.visits());
        table.line("refunds", life.refunds().size(), -refunded, sums.refunds());
        table.line("business", 0, sold - returned + paid - refunded, sums.business());
        table.line("  of members", 0, ofMembers, journal.ofMembers().business());
        for (var kind : List.of("PRINCIPAL", "MANDATORY")) {
            table.line(
                    kind.toLowerCase(Locale.ROOT) + " savings",
                    (int) life.deposits().stream().filter(it -> it.kind().equals(kind)).count(),
                    life.saved(kind),
                    sums.savings().getOrDefault(kind, 0L));
        }
        out.println();
    }

    private void members(VillageYear life) {
        table.heading("busiest members", "");
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
                    table.line(member.name(), 0, entry.getValue(), year.totals().business());
                });
        out.println();
    }

    private void reconciliation(Village village) {
        var report = new Reconciliation(callers.operator()).of(books(village));
        if (!report.equal()) {
            table.open();
        }
        out.println(new ReconciliationTable(report).text());
    }
}
