package id.lumbung.shu.statement;

import id.lumbung.shu.closing.surplus.DividedYears;
import id.lumbung.shu.payout.StandingPayments;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** All members of a report, read some at a time, and again each time they are gone through. */
record ReportedMembers(
        UUID cooperativeId,
        int year,
        DividedYears.Proposed proposed,
        StandingPayments payments,
        Map<UUID, String> namesById)
        implements Iterable<ReportedMember> {

    private static final int BATCH = 500;

    @Override
    public Iterator<ReportedMember> iterator() {
        var number = new int[1];
        return Stream.iterate(
                        proposed.page(null, BATCH),
                        page -> !page.isEmpty(),
                        page -> proposed.page(page.getLast().account().memberId(), BATCH))
                .flatMap(page -> rows(page, number))
                .iterator();
    }

    private Stream<ReportedMember> rows(List<DividedYears.Proposed.Part> page, int[] number) {
        var paid =
                payments.of(cooperativeId, year, page.stream().map(it -> it.account().memberId()));
        return page.stream()
                .filter(it -> it.account().membership().kind() != null)
                .map(it -> {
                    var memberId = it.account().memberId();
                    return ReportedMember.of(
                            ++number[0], it, namesById.get(memberId), paid.containsKey(memberId));
                });
    }
}
