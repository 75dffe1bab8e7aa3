package id.lumbung.shu.closing.proposal;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.BusinessDenominator;
import id.lumbung.shu.division.Policy.Rules;
import java.util.List;

/** What the meeting should know of the funds, and of who and what counts. */
final class PolicyWarnings {

    private PolicyWarnings() {}

    static void add(Rules rules, List<String> warnings) {
        ofTheFunds(rules, warnings);
        ofWhoAndWhatCounts(rules, warnings);
    }

    private static int share(Rules rules, String fund) {
        return rules.funds().getOrDefault(fund, 0);
    }

    private static void ofTheFunds(Rules rules, List<String> warnings) {
        if (share(rules, Policy.RESERVE) == 0) {
            warnings.add(
                    "NO_RESERVE_FUND: the law asks for a reserve before anything is shared (UU 25/1992 art. 45(2)); no part goes to RESERVE.");
        }
        if (share(rules, Policy.PATRONAGE) + share(rules, Policy.CAPITAL) == 0) {
            warnings.add(
                    "NO_FUND_FOR_MEMBERS: members get nothing; only funds named PATRONAGE and CAPITAL reach them (UU 25/1992 art. 45(2)). The funds are: %s."
                            .formatted(String.join(", ", rules.funds().keySet())));
        }
    }

    private static void ofWhoAndWhatCounts(Rules rules, List<String> warnings) {
        if (rules.capitalComponents().contains(SavingsKind.VOLUNTARY)) {
            warnings.add(
                    "VOLUNTARY_SAVINGS_AS_CAPITAL: voluntary savings are borrowed capital (UU 25/1992 art. 41(3)) and usually earn interest, not SHU.");
        }
        if (rules.memberKinds().contains(MemberKind.EXTRAORDINARY)) {
            warnings.add(
                    "EXTRAORDINARY_MEMBERS_SHARE: the model deed (art. 8) names no SHU for extraordinary members.");
        }
        if (rules.businessDenominator() == BusinessDenominator.TOTAL_TURNOVER
                && rules.nonMemberToReserve()) {
            warnings.add(
                    "OTHERS_TAKEN_OFF_TWICE: business of others lowers the members' fund by TOTAL_TURNOVER and again by nonMemberToReserve.");
        }
    }
}
