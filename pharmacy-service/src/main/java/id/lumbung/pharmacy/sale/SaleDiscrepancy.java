package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.retail.discrepancy.DiscrepancyKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a sale of medicines may break: refused before it is made; listed where it was made without a
 * line.
 */
public enum SaleDiscrepancy implements DiscrepancyKind, Refusal.Rule {
    OUTLET_NOT_OPEN("Gerai belum beroperasi", "The outlet is not open", Role.MANAGER),
    PRODUCT_NOT_IN_CATALOGUE(
            "Produk tidak ada di katalog", "The product is in no catalogue", Role.MANAGER),
    NOT_FOR_SALE("Produk tidak untuk dijual", "The product is not for sale", Role.MANAGER),
    CLASS_NOT_AT_OUTLET(
            "Golongan obat ini tidak boleh di gerai ini",
            "This class may not be handed over at this outlet",
            Role.PHARMACIST),
    PRESCRIPTION_MISSING("Tanpa resep", "Without a prescription", Role.PHARMACIST),
    ORIGINAL_PRESCRIPTION_NEEDED(
            "Bukan resep asli", "Not on the original prescription", Role.PHARMACIST),
    OWA_LIMIT("Melebihi batas OWA", "Above the limit without prescription", Role.PHARMACIST),
    OWA_REPEAT_ONLY(
            "OWA hanya untuk ulangan resep",
            "Without prescription only as a repeat",
            Role.PHARMACIST),
    OWA_PATIENT_MISSING("Pasien OWA tidak dicatat", "The patient is not recorded", Role.PHARMACIST),
    NO_VALID_LICENCE(
            "Tidak ada izin praktik yang berlaku saat itu", "No licence valid then", Role.MANAGER),
    ABOVE_CEILING("Di atas HET", "Above the ceiling price", Role.MANAGER),
    /** Never refused: a discount is the shop's to give. */
    PRICE_DIFFERS("Harga berbeda dari daftar", "Not at the price of the list", Role.MANAGER),
    /** Never refused: the counter must go on. */
    FREE_TEXT("Dijual tanpa katalog", "Sold without the catalogue", Role.MANAGER);

    private final String indonesian;
    private final String english;
    private final Role settler;

    SaleDiscrepancy(String indonesian, String english, Role settler) {
        this.indonesian = indonesian;
        this.english = english;
        this.settler = settler;
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
        return EnumSet.of(settler, Role.MANAGER);
    }

    boolean isRefused() {
        return this != PRICE_DIFFERS && this != FREE_TEXT;
    }
}
