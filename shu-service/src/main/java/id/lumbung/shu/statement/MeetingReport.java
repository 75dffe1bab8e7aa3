package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.bookyear.Deadlines;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.ReserveBalance;
import id.lumbung.shu.division.Policy;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SHU report that the annual meeting (RAT) is given, and later holds as its record. It must add
 * up, or it is not made.
 *
 * @param cooperative its name
 * @param villageCode of the Ministry of Home Affairs, for a village cooperative
 * @param phu the lines of the result (perhitungan hasil usaha) as the board gave them, in order
 * @param villageShare rupiah of the net surplus that go to the village first
 * @param nonMemberToReserve rupiah of the net surplus that go to the reserve since they were not
 *     earned with members; not in any fund's amount
 * @param funds in the order of the policy; none where nothing is divided. What rounding leaves
 *     among the funds is in the reserve's amount, so that the funds, the village's share and {@code
 *     nonMemberToReserve} are the net surplus
 * @param resolution what the meeting decided; while there is none, this is a proposal and says so
 * @param totalBusiness what members' business is measured against (VUK)
 * @param totalCapital what members' capital is measured against (TMS)
 * @param members by their number in the list; gone through more than once, and never held whole
 * @param remainder rupiah of the members' two pools that rounding leaves, for the reserve
 * @param reserveBalance the reserve over the year; while this is a proposal, as it would be
 * @param digest of the division's content, none before there is a division
 */
public record MeetingReport(
        String cooperative,
        @Nullable String villageCode,
        int bookYear,
        ZoneId zone,
        BookYearRecord.State state,
        Deadlines deadlines,
        List<PhuLine> phu,
        ReportedSurplus surplus,
        Rupiah villageShare,
        Rupiah nonMemberToReserve,
        List<ReportedFund> funds,
        Policy.Rules policy,
        @Nullable ReportedResolution resolution,
        Rupiah totalBusiness,
        Rupiah totalCapital,
        Iterable<ReportedMember> members,
        Rupiah remainder,
        ReserveBalance reserveBalance,
        @Nullable String digest) {

    public MeetingReport {
        phu = List.copyOf(phu);
        funds = List.copyOf(funds);
        if (!funds.isEmpty()) {
            var parts = funds.stream().map(ReportedFund::amount).reduce(Rupiah.ZERO, Rupiah::plus);
            var whole = parts.plus(villageShare).plus(nonMemberToReserve);
            if (!whole.equals(surplus.divided())) {
                throw new IllegalArgumentException(
                        "The parts make %s, the surplus is %s."
                                .formatted(whole, surplus.divided()));
            }
        }
    }

    public boolean isProposal() {
        return resolution == null;
    }

    public boolean isDivided() {
        return !funds.isEmpty();
    }

    /** What the funds share. */
    public Rupiah base() {
        return surplus.divided().minus(villageShare).minus(nonMemberToReserve);
    }

    /** Rupiah of a fund, zero where there is no such. */
    public Rupiah fund(String name) {
        return funds.stream()
                .filter(fund -> fund.name().equals(name))
                .map(ReportedFund::amount)
                .reduce(Rupiah.ZERO, Rupiah::plus);
    }

    /** All that goes to the reserve. */
    public Rupiah reserve() {
        return fund("RESERVE").plus(nonMemberToReserve).plus(remainder);
    }

    public boolean hasMismatch() {
        return phu.stream().anyMatch(PhuLine::mismatch);
    }

    /** The largest part, which the chart's largest bar stands for. */
    public Rupiah largest() {
        return Stream.concat(
                        Stream.of(villageShare, nonMemberToReserve),
                        funds.stream().map(ReportedFund::amount))
                .max(Comparator.naturalOrder())
                .orElse(Rupiah.ZERO);
    }
}
