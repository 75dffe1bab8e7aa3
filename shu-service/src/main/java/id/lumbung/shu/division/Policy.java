package id.lumbung.shu.division;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.lumbung.backbone.event.Event.CooperativeKind;
import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what rules a surplus is divided. What is left out takes the preset's value. The settings and
 * their defaults follow the model deed (Juklak Menkop 1/2025), Permendes PDT 10/2025 art. 7 and
 * common textbooks.
 *
 * @param funds basis points (hundredths of a percent) by the fund's name, together 10,000; {@code
 *     CAPITAL} and {@code PATRONAGE} go to the members, {@code RESERVE} takes what rounding leaves
 * @param totalTurnover what a member's business is measured against; left out, the sum over the
 *     members given
 * @param totalCapital what a member's capital is measured against; left out, the sum over the
 *     members given
 * @param villageShareBp basis points of the whole surplus that go to the village first, 0 to 10,000
 * @param nonMemberToReserve whether surplus earned with others than members goes to the reserve,
 *     not to the funds
 * @param capitalComponents which savings are capital: the deed's article 20 names mandatory
 *     savings, its article 6 principal and mandatory ones
 * @param memberKinds which kinds of members share
 * @param inactiveAfterMonths who has paid no mandatory savings in so many months up to the year's
 *     end, or up to leaving, does not share; left out, nobody is inactive
 */
public record Policy(
        @Nullable Preset preset,
        @Nullable Map<String, Integer> funds,
        @Nullable BusinessDenominator businessDenominator,
        @Nullable Rupiah totalTurnover,
        @Nullable Rupiah totalCapital,
        @Nullable Integer villageShareBp,
        @Nullable Boolean nonMemberToReserve,
        @Nullable Set<SavingsKind> capitalComponents,
        @Nullable Set<MemberKind> memberKinds,
        @Nullable CapitalBasis capitalBasis,
        @Nullable JoinerRule joinerRule,
        @Nullable LeaverPolicy leaverPolicy,
        @Nullable Integer inactiveAfterMonths,
        @Nullable Rounding rounding) {

    public static final String CAPITAL = "CAPITAL";
    public static final String PATRONAGE = "PATRONAGE";
    public static final String RESERVE = "RESERVE";

    /** A hundred percent in basis points. */
    public static final int WHOLE = 10_000;

    private static final int MAX_FUNDS = 100;
    private static final int MAX_NAME_LENGTH = 100;

    /** Where a policy says nothing else. */
    public enum Preset {
        /** The whole surplus by its percentages, as school books reckon. */
        @JsonProperty("textbook")
        TEXTBOOK(0, false, true, CapitalBasis.CLOSING_BALANCE),
        /** A village cooperative (KDKMP): a fifth to the village, others' part to the reserve. */
        @JsonProperty("kdkmp")
        KDKMP(2_000, true, false, CapitalBasis.AVERAGE_DAILY);

        private final int villageShareBp;
        private final boolean nonMemberToReserve;
        private final boolean principalIsCapital;
        private final CapitalBasis capitalBasis;

        Preset(
                int villageShareBp,
                boolean nonMemberToReserve,
                boolean principalIsCapital,
                CapitalBasis capitalBasis) {
            this.villageShareBp = villageShareBp;
            this.nonMemberToReserve = nonMemberToReserve;
            this.principalIsCapital = principalIsCapital;
            this.capitalBasis = capitalBasis;
        }

        private Set<SavingsKind> capitalComponents() {
            return principalIsCapital
                    ? EnumSet.of(SavingsKind.PRINCIPAL, SavingsKind.MANDATORY)
                    : EnumSet.of(SavingsKind.MANDATORY);
        }
    }

    /** What a member's business is measured against. */
    public enum BusinessDenominator {
        /** The business of all members who share. */
        MEMBER_TRANSACTIONS,
        /** The business of everybody, passers-by included; what is theirs goes to the reserve. */
        TOTAL_TURNOVER
    }

    public enum CapitalBasis {
        /** What stands on the last day of the year; nothing for who is no member then. */
        CLOSING_BALANCE,
        /** The mean of all days' balances, rounded down; days after leaving count nothing. */
        AVERAGE_DAILY
    }

    /** Which business of one who joined during the year counts. */
    public enum JoinerRule {
        FROM_JOINING,
        WHOLE_YEAR;

        public boolean countsBeforeJoining() {
            return this == WHOLE_YEAR;
        }
    }

    /** What becomes of the part of one who left during the year. */
    public enum LeaverPolicy {
        /** It counts for nothing, as if a passer-by had done the business. */
        FORFEIT,
        /** Business until leaving and the days of savings until then count. */
        PRO_RATA_AFTER_RAT
    }

    public enum Rounding {
        /** Each part is rounded down to whole rupiah; what that leaves goes to the reserve. */
        FLOOR
    }

    /**
     * A policy with nothing left open, checked.
     *
     * @param funds in the order given
     */
    public record Rules(
            Map<String, Integer> funds,
            BusinessDenominator businessDenominator,
            int villageShareBp,
            boolean nonMemberToReserve,
            Set<SavingsKind> capitalComponents,
            Set<MemberKind> memberKinds,
            CapitalBasis capitalBasis,
            JoinerRule joinerRule,
            LeaverPolicy leaverPolicy,
            @Nullable Integer inactiveAfterMonths,
            Rounding rounding) {
        public Rules {
            funds = Collections.unmodifiableMap(new LinkedHashMap<>(funds));
            capitalComponents = sorted(capitalComponents);
            memberKinds = sorted(memberKinds);
        }

        /** In the order of their declaration, so that equal rules are the same bytes. */
        private static <E extends Enum<E>> Set<E> sorted(Set<E> set) {
            return set.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(set));
        }
    }

    /**
     * Of a village's cooperative.
     *
     * @throws Refusal naming the rule that is broken and by how much
     */
    public Rules rules() {
        return rules(CooperativeKind.VILLAGE);
    }

    /**
     * @param cooperative a ward's (kelurahan) owes no village share unless the policy gives one
     * @throws Refusal naming the rule that is broken and by how much
     */
    public Rules rules(CooperativeKind cooperative) {
        return new Rules(
                checkedFunds(),
                or(businessDenominator, BusinessDenominator.MEMBER_TRANSACTIONS),
                villageShare(cooperative),
                or(nonMemberToReserve, presetOrDefault().nonMemberToReserve),
                chosen(
                        "capitalComponents",
                        or(capitalComponents, presetOrDefault().capitalComponents())),
                chosen("memberKinds", or(memberKinds, EnumSet.of(MemberKind.ORDINARY))),
                or(capitalBasis, presetOrDefault().capitalBasis),
                or(joinerRule, JoinerRule.FROM_JOINING),
                or(leaverPolicy, LeaverPolicy.PRO_RATA_AFTER_RAT),
                checkedMonths(),
                or(rounding, Rounding.FLOOR));
    }

    private static <T> T or(@Nullable T given, T preset) {
        return given == null ? preset : given;
    }

    /** JSON can hold a null in a set. */
    private static <E> Set<E> chosen(String field, Set<E> set) {
        if (set.isEmpty() || set.stream().anyMatch(Objects::isNull)) {
            throw DivisionRule.MISSING.because(
                    "'%s' tidak menyebut apa pun, atau menyebut nilai kosong; sebut setidaknya satu."
                            .formatted(field),
                    "'%s' names nothing, or an empty value; name at least one.".formatted(field));
        }
        return set;
    }

    private @Nullable Integer checkedMonths() {
        if (inactiveAfterMonths != null && (inactiveAfterMonths < 1 || inactiveAfterMonths > 12)) {
            throw DivisionRule.MONTHS_OUT_OF_RANGE.because(
                    "'inactiveAfterMonths' adalah %d; isi 1 sampai 12, atau tinggalkan."
                            .formatted(inactiveAfterMonths),
                    "'inactiveAfterMonths' is %d; give 1 to 12, or leave it out."
                            .formatted(inactiveAfterMonths));
        }
        return inactiveAfterMonths;
    }

    private Preset presetOrDefault() {
        return preset == null ? Preset.KDKMP : preset;
    }

    private int villageShare(CooperativeKind cooperative) {
        var preset = cooperative == CooperativeKind.WARD ? 0 : presetOrDefault().villageShareBp;
        var share = or(villageShareBp, preset);
        if (share < 0 || share > WHOLE) {
            throw DivisionRule.VILLAGE_SHARE_OUT_OF_RANGE.because(
                    "'villageShareBp' adalah %d; isi 0 sampai 10.000.".formatted(share),
                    "'villageShareBp' is %d; give 0 to 10,000.".formatted(share));
        }
        return share;
    }

    /**
     * The funds, after all of the policy was checked.
     *
     * @throws Refusal naming the rule that is broken and by how much
     */
    private Map<String, Integer> checkedFunds() {
        if (funds == null || funds.isEmpty()) {
            throw DivisionRule.MISSING.because(
                    "'policy.funds' tidak ada: isi basis poin setiap dana, seluruhnya 10.000.",
                    "'policy.funds' is missing: give each fund's basis points, together 10,000.");
        }
        if (funds.size() > MAX_FUNDS) {
            throw DivisionRule.FUND_OUT_OF_RANGE.because(
                    "Ada %d dana; paling banyak %d.".formatted(funds.size(), MAX_FUNDS),
                    "There are %d funds; no more than %d are taken."
                            .formatted(funds.size(), MAX_FUNDS));
        }
        var sum = 0;
        for (var fund : funds.entrySet()) {
            var share = fund.getValue();
            if (fund.getKey().isBlank() || fund.getKey().length() > MAX_NAME_LENGTH) {
                throw DivisionRule.FUND_OUT_OF_RANGE.because(
                        "Nama sebuah dana punya %d karakter; isi 1 sampai %d."
                                .formatted(fund.getKey().strip().length(), MAX_NAME_LENGTH),
                        "A fund's name has %d characters; give 1 to %d."
                                .formatted(fund.getKey().strip().length(), MAX_NAME_LENGTH));
            }
            if (share == null || share < 0 || share > WHOLE) {
                throw DivisionRule.FUND_OUT_OF_RANGE.because(
                        "'%s' adalah %s basis poin; isi 0 sampai 10.000."
                                .formatted(fund.getKey(), share),
                        "'%s' is %s basis points; give 0 to 10,000."
                                .formatted(fund.getKey(), share));
            }
            sum += share;
        }
        if (sum != WHOLE) {
            throw DivisionRule.FUNDS_NOT_WHOLE.because(
                    "Jumlah seluruh dana %s %%, %s %s %%. Jumlahnya harus tepat 100.00 %%."
                            .formatted(
                                    percent(sum),
                                    sum > WHOLE ? "lebih" : "kurang",
                                    percent(Math.abs(sum - WHOLE))),
                    "The funds sum to %s %%, %s %% too %s. They must sum to exactly 100.00 %%."
                            .formatted(
                                    percent(sum),
                                    percent(Math.abs(sum - WHOLE)),
                                    sum > WHOLE ? "much" : "little"));
        }
        return funds;
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).toPlainString();
    }
}
