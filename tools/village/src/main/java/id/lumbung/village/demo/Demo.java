package id.lumbung.village.demo;

import static id.lumbung.launcher.client.IndonesianNumbers.number;

import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.reconcile.Reconciliation;
import id.lumbung.launcher.reconcile.ReconciliationTable;
import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Village;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.Year;
import java.util.function.Consumer;

/**
 * Has a village live through a year, and shows that the journal has the same of it: for the
 * cooperative, for its busiest members, and fact by fact.
 */
public final class Demo {

    private final Callers callers;
    private final PrintStream out;
    private final DemoTable table;
    private final Consumer<String> progress;

    /**
     * @param out for the table
     * @param progress gets a sentence for each thing that happens
     */
    public Demo(Callers callers, PrintStream out, Consumer<String> progress) {
        this.callers = callers;
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
        return village(1);
    }

    /** The village of the last full year that is made of a seed. */
    public static Village village(long seed) {
        return life(lastFullYear(), seed).village();
    }

    private static VillageYear life(Year year, long seed) {
        return VillageYear.of(new FactIds("demo of %s, seed %d".formatted(year, seed)), year);
    }

    /**
     * @return whether all sums close
     */
    public boolean run(Year year, long seed) {
        var life = life(year, seed);
        var facts = new VillageFacts(new ControlTotals(callers.operator()), life.village());
        var before = facts.count();
        if (!new VillageLoad(callers, progress).send(life)) {
            table.open();
        }
        facts.awaitJournal(progress);
        var added = facts.count() - before;

        out.printf("%n%s, book year %s%n%n", life.village().name(), year);
        new CooperativeComparison(callers, life).print(table);
        out.println();
        new MemberComparison(callers, life).print(table);
        out.println();
        reconcile(facts);
        out.println(
                added == 0
                        ? "Nothing was added: everything was there already."
                        : "%s facts were added.".formatted(number(added)));
        table.printVerdict();
        return table.closes();
    }

    private void reconcile(VillageFacts facts) {
        var report = new Reconciliation(callers.operator()).of(facts.books());
        if (!report.equal()) {
            table.open();
        }
        out.println(new ReconciliationTable(report).text());
    }
}
