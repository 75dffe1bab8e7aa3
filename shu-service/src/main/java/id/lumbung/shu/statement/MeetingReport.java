package id.lumbung.shu.statement;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.bookyear.Deadlines;
import id.lumbung.shu.closing.BookYearRecord;
import id.lumbung.shu.division.Policy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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
        Surplus surplus,
        Rupiah villageShare,
        Rupiah nonMemberToReserve,
        List<Fund> funds,
        Policy.Rules policy,
        @Nullable Resolution resolution,
        Rupiah totalBusiness,
        Rupiah totalCapital,
        Iterable<Member> members,
        Rupiah remainder,
        @Nullable String digest) {

    /**
     * A line of the PHU form.
     *
     * @param amount rupiah as given
     * @param computed rupiah as the lines above give; the amount itself where nothing is computed
     * @param sum whether the line sums up others, and stands out
     */
    public record PhuLine(
            String key,
            String labelId,
            String labelEn,
            Rupiah amount,
            Rupiah computed,
            boolean sum) {

        public boolean mismatch() {
            return !amount.equals(computed);
        }

        public Rupiah difference() {
            return amount.minus(computed);
        }
    }

    /**
     * All in rupiah, losses negative, but for the two carried ones, which are amounts of a loss.
     *
     * @param net after costs and tax
     * @param members the part of it that was earned with members
     * @param nonMembers the part that was earned with others
     * @param lossBroughtForward from the year before
     * @param reserveUsed what the meeting took from the reserve against the loss
     * @param lossCarriedForward to the year after
     */
    public record Surplus(
            Rupiah net,
            Rupiah members,
            Rupiah nonMembers,
            Rupiah lossBroughtForward,
            Rupiah reserveUsed,
            Rupiah lossCarriedForward) {

        /** What is left to divide after a loss of the year before. */
        public Rupiah divided() {
            return net.minus(lossBroughtForward);
        }
    }

    /**
     * @param name {@code CAPITAL}, {@code PATRONAGE}, {@code RESERVE}, another known one, or free
     * @param basisPoints hundredths of a percent of what the funds share, together 10,000
     */
    public record Fund(String name, int basisPoints, Rupiah amount) {}

    /**
     * What the meeting decided.
     *
     * @param registered members on the list that day, of whom {@code present} came
     */
    public record Resolution(
            LocalDate on,
            Meeting meeting,
            int present,
            int registered,
            boolean quorumMet,
            int votesFor) {

        /** The second has a lower quorum (a third instead of a half). */
        public enum Meeting {
            FIRST,
            SECOND
        }
    }

    /**
     * A line of the table of all members, in rupiah.
     *
     * @param number in the list, from 1
     * @param name none where the membership office does not know it, or is not asked
     * @param capital as counted by the policy
     * @param patronage the part by business (JUA)
     * @param capitalPart the part by capital (JMA)
     */
    public record Member(
            int number,
            UUID memberId,
            @Nullable String name,
            Event.MemberKind kind,
            Rupiah business,
            Rupiah capital,
            Rupiah patronage,
            Rupiah capitalPart,
            Rupiah total,
            boolean paid) {}

    public MeetingReport {
        phu = List.copyOf(phu);
        funds = List.copyOf(funds);
        if (!funds.isEmpty()) {
            var parts = funds.stream().map(Fund::amount).reduce(Rupiah.ZERO, Rupiah::plus);
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
                .map(Fund::amount)
                .reduce(Rupiah.ZERO, Rupiah::plus);
    }

    /** All that goes to the reserve. */
    public Rupiah reserve() {
        return fund("RESERVE").plus(nonMemberToReserve).plus(remainder);
    }

    public boolean hasMismatch() {
        return phu.stream().anyMatch(PhuLine::mismatch);
    }

    /** The largest part, which the chart's longest bar stands for. */
    public Rupiah longest() {
        return Stream.concat(
                        Stream.of(villageShare, nonMemberToReserve),
                        funds.stream().map(Fund::amount))
                .max(Comparator.naturalOrder())
                .orElse(Rupiah.ZERO);
    }
}
