package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Caller;
import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.bookyear.Deadlines;
import id.lumbung.shu.closing.record.BookYearReader;
import id.lumbung.shu.closing.record.ReserveBalance;
import id.lumbung.shu.closing.surplus.DividedYears;
import id.lumbung.shu.payout.StandingPayments;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what stands in the report for the annual meeting. */
@Component
class ReportAssembler {

    private final BookYearReader reader;
    private final DividedYears divided;
    private final StandingPayments payments;
    private final BookYears bookYears;
    private final MemberNames names;

    ReportAssembler(
            BookYearReader reader,
            DividedYears divided,
            StandingPayments payments,
            BookYears bookYears,
            MemberNames names) {
        this.reader = reader;
        this.divided = divided;
        this.payments = payments;
        this.bookYears = bookYears;
        this.names = names;
    }

    /**
     * The report for the meeting, or of what it decided.
     *
     * @throws Refusal when nothing is proposed yet
     */
    MeetingReport report(UUID cooperativeId, int year) {
        var record = reader.get(cooperativeId, year);
        var proposal = record.proposal();
        if (proposal == null) {
            throw StatementRule.NOTHING_TO_REPORT.because(
                    "Belum ada usulan untuk %d. Usulkan dahulu: PUT proposal.".formatted(year),
                    "Nothing is proposed for %d yet. Propose it first: PUT proposal."
                            .formatted(year));
        }
        var cooperative = names.cooperative(cooperativeId);
        var allocation = proposal.allocation();
        var proposed = divided.proposed(cooperativeId, year);
        var division = record.division();
        var decided = record.resolution();
        var figures = proposal.figures();
        return new MeetingReport(
                cooperative.name(),
                cooperative.villageCode(),
                year,
                bookYears.of(cooperativeId, year).zone(),
                record.state(),
                Deadlines.of(year),
                PhuForm.lines(figures.figures(), figures.checked()),
                ReportedSurplus.of(proposal, division),
                allocation.villageShare(),
                allocation.nonMemberToReserve(),
                ReportedFund.of(proposal),
                proposal.rules(),
                decided == null ? null : ReportedResolution.of(decided),
                Rupiah.of(proposed.division().business()),
                Rupiah.of(proposed.division().capital()),
                new ReportedMembers(
                        cooperativeId, year, proposed, payments, namesForTheReader(cooperativeId)),
                proposed.division().remainder(),
                ReserveBalance.of(proposal.reserve(), proposed.division()),
                division == null ? null : division.digest());
    }

    /** Advisors get the report without names, which the membership office withholds from them. */
    private Map<UUID, String> namesForTheReader(UUID cooperativeId) {
        var caller = Caller.current();
        return Stream.of(Role.BOARD, Role.MANAGER, Role.SUPERVISOR).anyMatch(caller::is)
                ? names.of(cooperativeId)
                : Map.of();
    }
}
