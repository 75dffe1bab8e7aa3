package id.lumbung.retail.stock;

import id.lumbung.backbone.security.Role;
import id.lumbung.retail.discrepancy.DiscrepancyKind;
import java.util.Set;

/** What stock of any kind may disagree in. */
public enum StockDiscrepancy implements DiscrepancyKind {
    SOLD_BEYOND_BOOKS("Terjual melebihi catatan stok", "Sold beyond the books"),
    TAKEN_BEYOND_BOOKS("Keluar melebihi catatan stok", "Taken out beyond the books"),
    SOLD_EXPIRED("Terjual setelah kedaluwarsa", "Sold after its expiry"),
    SOLD_ON_HOLD("Terjual padahal ditahan atau ditarik", "Sold though held or called back"),
    COUNT_DIFFERENCE("Selisih stok opname", "Difference of a count");

    private final String indonesian;
    private final String english;

    StockDiscrepancy(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    @Override
    public String indonesian() {
        return indonesian;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public Set<Role> settledBy() {
        return Set.of(Role.MANAGER);
    }
}
