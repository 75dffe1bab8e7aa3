package id.lumbung.membership.savings;

import id.lumbung.backbone.Page;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a member has saved, and how it came about.
 *
 * @param balances of each kind, also where it is nothing
 * @param lines the newest first, a page of them
 */
record MemberSavings(UUID memberId, List<Balance> balances, Page<SavingsLine> lines) {

    /** What is there of one kind, now. */
    record Balance(SavingsKind kind, Rupiah amount) {}

    /**
     * @param entries all of the member's, the oldest first
     * @param after the key of the last line of the page before; null for the first page
     */
    static MemberSavings of(
            UUID memberId, List<SavingsEntry> entries, @Nullable String after, int limit) {
        var lines = entries.reversed().stream().map(SavingsLine::of).toList();
        var from = after == null ? 0 : indexAfter(lines, after);
        var page = lines.stream().skip(from).limit(limit).toList();
        return new MemberSavings(
                memberId,
                Arrays.stream(SavingsKind.values())
                        .map(kind -> new Balance(kind, sum(entries, kind)))
                        .toList(),
                Page.of(page, limit, SavingsLine::key));
    }

    private static int indexAfter(List<SavingsLine> lines, String key) {
        return IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).key().equals(key))
                        .findFirst()
                        .orElseThrow(() ->
                                SavingsRule.NO_SUCH_LINE.because(
                                        "'after' bukan baris buku simpanan ini. Mulai lagi tanpa itu.",
                                        "'after' names no line of this savings book. Begin again without it."))
                + 1;
    }

    private static Rupiah sum(List<SavingsEntry> entries, SavingsKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(SavingsEntry::amount)
                .reduce(Rupiah.ZERO, Rupiah::plus);
    }
}
