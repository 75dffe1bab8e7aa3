package id.lumbung.shu.account;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.JournalLines.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers lines until the next member, or the next day of passers-by, begins. */
final class MemberGrouping {

    /** Of one member, or of all passers-by on one day, in one year; more is no village's. */
    static final int MAX_ENTRIES = 200_000;

    private final UUID cooperativeId;
    private final BookYear year;
    private final Instant openFrom;
    private final boolean onlyFrozen;
    private final FrozenEntries frozen;
    private final AccountSink sink;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable UUID member;
    private @Nullable LocalDate day;
    private long dayUntil = Long.MIN_VALUE;

    enum Rule implements Refusal.Rule {
        TOO_MANY_ENTRIES
    }

    /**
     * @param openFrom see {@link MemberAccount#of}
     * @param onlyFrozen whether nothing is counted but what the frozen years name
     */
    MemberGrouping(
            UUID cooperativeId,
            BookYear year,
            Instant openFrom,
            boolean onlyFrozen,
            FrozenEntries frozen,
            AccountSink sink) {
        this.cooperativeId = cooperativeId;
        this.year = year;
        this.openFrom = openFrom;
        this.onlyFrozen = onlyFrozen;
        this.frozen = frozen;
        this.sink = sink;
    }

    void add(Line line) {
        var id = line.memberId();
        if (id == null) {
            if (!line.kind().isBusiness()
                    || MemberAccount.isOfAnOpenYear(line.at(), openFrom, year)) {
                return;
            }
            if (line.at() >= dayUntil) {
                finish();
                beginDay(year.date(Instant.ofEpochMilli(line.at())));
            }
        } else if (!id.equals(member)) {
            finish();
            day = null;
            member = id;
        }
        requireRoom(id);
        lines.add(line);
    }

    private void beginDay(LocalDate date) {
        day = date;
        dayUntil = date.plusDays(1).atStartOfDay(year.zone()).toInstant().toEpochMilli();
    }

    private void requireRoom(@Nullable UUID memberId) {
        if (lines.size() == MAX_ENTRIES) {
            throw Rule.TOO_MANY_ENTRIES.because(
                    "%s punya lebih dari %d entri; lebih dari yang muat dalam satu rekening."
                            .formatted(
                                    memberId == null
                                            ? "Hari %s dari bukan anggota".formatted(day)
                                            : "Anggota " + memberId,
                                    MAX_ENTRIES),
                    "%s has more than %d entries; that is more than one account takes."
                            .formatted(
                                    memberId == null
                                            ? "The day %s of passers-by".formatted(day)
                                            : "The member " + memberId,
                                    MAX_ENTRIES));
        }
    }

    void finish() {
        if (!lines.isEmpty()) {
            if (member != null) {
                finishMember(member);
            } else if (day != null) {
                finishDay(day);
            }
        }
        lines.clear();
    }

    private void finishMember(UUID memberId) {
        var counted = frozen.ofMember(memberId, year.year());
        var own =
                onlyFrozen
                        ? lines.stream().filter(line -> counted.contains(line.id())).toList()
                        : lines;
        var account =
                MemberAccount.of(cooperativeId, memberId, year, openFrom, own, counted.before());
        if (!account.isEmpty()) {
            sink.member(account);
        }
    }

    private void finishDay(LocalDate day) {
        var counted = frozen.ofDay(day, year.year());
        var sum = 0L;
        var ids = new ArrayList<UUID>(lines.size());
        lines.sort(Comparator.comparingLong(Line::at).thenComparing(Line::id));
        for (var line : lines) {
            var isNew = !counted.before().contains(line.id());
            if (isNew && (!onlyFrozen || counted.own().contains(line.id()))) {
                sum = Math.addExact(sum, line.amount());
                ids.add(line.id());
            }
        }
        if (!ids.isEmpty()) {
            sink.passersBy(new PassersByDay(cooperativeId, year.year(), day, sum, ids));
        }
    }
}
