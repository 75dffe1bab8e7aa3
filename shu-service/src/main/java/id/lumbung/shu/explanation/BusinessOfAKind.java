package id.lumbung.shu.explanation;

import id.lumbung.shu.journal.Entry;

/** Sales, returns, visits or refunds of a year together. */
public record BusinessOfAKind(Entry.Kind kind, long entries, long amount) {
    BusinessOfAKind plus(BusinessOfAKind other) {
        return new BusinessOfAKind(
                kind, entries + other.entries, Math.addExact(amount, other.amount));
    }
}
