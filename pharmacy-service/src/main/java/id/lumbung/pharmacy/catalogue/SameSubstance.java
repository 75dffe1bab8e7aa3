package id.lumbung.pharmacy.catalogue;

import id.lumbung.retail.catalogue.Product;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product of the same substance. */
record SameSubstance(
        UUID id, String code, String name, @Nullable String strength, MedicineClass medicineClass) {

    static SameSubstance of(Product product) {
        var medicine = new Medicine(product);
        return new SameSubstance(
                product.id(),
                product.code(),
                product.name(),
                medicine.strength().orElse(null),
                medicine.medicineClass());
    }
}
