package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.explanation.ExplainedBusiness;
import java.time.LocalDate;
import java.util.List;

/** Facts of earlier years that were published after their closing and count in this one. */
public record Adjustments(List<Adjustment> all) {

    /** As many are listed one by one; a page has room for no more. */
    static final int MAX_LISTED = 6;

    /**
     * @param on the day it happened, in an earlier book year
     * @param business rupiah that it adds to this year's business, negative for a return
     */
    public record Adjustment(LocalDate on, Rupiah business) {}

    public Adjustments {
        all = List.copyOf(all);
    }

    static Adjustments of(ExplainedBusiness business) {
        return new Adjustments(
                business.late().stream()
                        .map(late -> new Adjustment(late.on(), Rupiah.of(late.amount())))
                        .toList());
    }

    public List<Adjustment> listed() {
        return all.size() <= MAX_LISTED ? all : all.subList(0, MAX_LISTED - 1);
    }

    /** How many are only summed. */
    public int others() {
        return all.size() - listed().size();
    }

    public Rupiah othersSum() {
        return sum(all.subList(listed().size(), all.size()));
    }

    public Rupiah sum() {
        return sum(all);
    }

    private static Rupiah sum(List<Adjustment> some) {
        return some.stream().map(Adjustment::business).reduce(Rupiah.ZERO, Rupiah::plus);
    }
}
