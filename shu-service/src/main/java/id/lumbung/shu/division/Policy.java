package id.lumbung.shu.division;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.problem.Refusal;
import java.math.BigDecimal;
import java.util.Map;
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
 * @param capitalComponents which savings the members' capital was summed over
 * @param memberKinds which kinds of members were given
 */
record Policy(
        @Nullable Preset preset,
        @Nullable Map<String, Integer> funds,
        @Nullable BusinessDenominator businessDenominator,
        @Nullable Rupiah totalTurnover,
        @Nullable Rupiah totalCapital,
        @Nullable Integer villageShareBp,
        @Nullable Boolean nonMemberToReserve,
        @Nullable Set<CapitalComponent> capitalComponents,
        @Nullable Set<MemberKind> memberKinds,
        @Nullable CapitalBasis capitalBasis,
        @Nullable LeaverPolicy leaverPolicy,
        @Nullable Rounding rounding) {

    static final String CAPITAL = "CAPITAL";
    static final String PATRONAGE = "PATRONAGE";
    static final String RESERVE = "RESERVE";

    /** A hundred percent in basis points. */
    static final int WHOLE = 10_000;

    private static final int MOST_FUNDS = 100;

    /** Where a policy says nothing else. */
    enum Preset {
        /** The whole surplus by its percentages, as school books reckon. */
        @JsonProperty("textbook")
        TEXTBOOK(0, false),
        /** A village cooperative (KDKMP): a fifth to the village, others' part to the reserve. */
        @JsonProperty("kdkmp")
        KDKMP(2_000, true);

        private final int villageShareBp;
        private final boolean nonMemberToReserve;

        Preset(int villageShareBp, boolean nonMemberToReserve) {
            this.villageShareBp = villageShareBp;
            this.nonMemberToReserve = nonMemberToReserve;
        }
    }

    enum BusinessDenominator {
        MEMBER_TRANSACTIONS,
        TOTAL_TURNOVER
    }

    enum CapitalComponent {
        POKOK,
        WAJIB,
        SUKARELA
    }

    enum MemberKind {
        BIASA,
        LUAR_BIASA
    }

    enum CapitalBasis {
        CLOSING_BALANCE,
        AVERAGE_DAILY
    }

    enum LeaverPolicy {
        FORFEIT,
        PRO_RATA_AFTER_RAT
    }

    enum Rounding {
        FLOOR
    }

    private Preset presetOrDefault() {
        return preset == null ? Preset.KDKMP : preset;
    }

    int villageShare() {
        return villageShareBp == null ? presetOrDefault().villageShareBp : villageShareBp;
    }

    boolean keepsNonMemberPart() {
        return nonMemberToReserve == null
                ? presetOrDefault().nonMemberToReserve
                : nonMemberToReserve;
    }

    /**
     * The funds, after all of the policy was checked.
     *
     * @throws Refusal naming the rule that is broken and by how much
     */
    Map<String, Integer> checkedFunds() {
        if (funds == null || funds.isEmpty()) {
            throw new Refusal(
                    DivisionRule.MISSING,
                    "'policy.funds' is missing: give each fund's basis points, together 10,000.");
        }
        if (funds.size() > MOST_FUNDS) {
            throw new Refusal(
                    DivisionRule.FUND_OUT_OF_RANGE,
                    "There are %d funds; no more than %d are taken."
                            .formatted(funds.size(), MOST_FUNDS));
        }
        var sum = 0;
        for (var fund : funds.entrySet()) {
            var share = fund.getValue();
            if (share == null || share < 0 || share > WHOLE) {
                throw new Refusal(
                        DivisionRule.FUND_OUT_OF_RANGE,
                        "'%s' is %s basis points; give 0 to 10,000."
                                .formatted(fund.getKey(), share));
            }
            sum += share;
        }
        if (sum != WHOLE) {
            throw new Refusal(
                    DivisionRule.FUNDS_NOT_WHOLE,
                    "The funds sum to %s %%, %s %% too %s. They must sum to exactly 100.00 %%."
                            .formatted(
                                    percent(sum),
                                    percent(Math.abs(sum - WHOLE)),
                                    sum > WHOLE ? "much" : "little"));
        }
        if (villageShare() < 0 || villageShare() > WHOLE) {
            throw new Refusal(
                    DivisionRule.VILLAGE_SHARE_OUT_OF_RANGE,
                    "'villageShareBp' is %d; give 0 to 10,000.".formatted(villageShare()));
        }
        return funds;
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).toPlainString();
    }
}
