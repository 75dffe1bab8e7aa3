package id.lumbung.shu.closing.proposal;

import id.lumbung.backbone.event.Event.CooperativeKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.division.Policy.Rules;
import java.util.List;

/** What the meeting should know of the village's share of the surplus. */
final class VillageShareWarnings {

    /** Basis points of the surplus that a village is due (Permendes PDT 10/2025 art. 7(1)). */
    private static final int MIN_VILLAGE_SHARE = 2_000;

    private VillageShareWarnings() {}

    static void add(Rules rules, CooperativeKind kind, List<String> warnings) {
        if (kind == CooperativeKind.VILLAGE && rules.villageShareBp() < MIN_VILLAGE_SHARE) {
            warnings.add(
                    "VILLAGE_SHARE_BELOW_LAW: a village (desa) is due at least 20 %% (Permendes PDT 10/2025 art. 7); the policy gives %d basis points."
                            .formatted(rules.villageShareBp()));
        }
        if (kind == CooperativeKind.WARD && rules.villageShareBp() > 0) {
            warnings.add(
                    "WARD_HAS_VILLAGE_SHARE: a ward (kelurahan) is due no village share; the policy gives %d basis points."
                            .formatted(rules.villageShareBp()));
        }
    }

    /**
     * @param net surplus of the year
     * @param broughtForward a loss, zero or negative
     */
    static void addOfALoss(
            Rules rules,
            CooperativeKind kind,
            Rupiah net,
            Rupiah broughtForward,
            List<String> warnings) {
        if (kind == CooperativeKind.VILLAGE
                && net.isMoreThan(Rupiah.ZERO)
                && rules.villageShareBp() >= MIN_VILLAGE_SHARE
                && broughtForward.isNegative()) {
            warnings.add(
                    "VILLAGE_SHARE_AFTER_A_LOSS: a loss brought forward is taken off first, so the village gets less than that part of this year's net surplus.");
        }
    }
}
