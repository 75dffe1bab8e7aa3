package id.lumbung.pharmacy.catalogue;

import id.lumbung.retail.catalogue.Product;
import java.util.Optional;
import java.util.OptionalLong;

/** What a pharmacy knows of a product beside what any shop knows: a view of its traits. */
public record Medicine(Product product) {

    public static final String CLASS = "class";

    /** Base units that a pharmacist may give one patient without a prescription (OWA). */
    public static final String OWA_LIMIT = "owaLimit";

    /** Where that limit stands, such as {@code DOWA 3}. */
    public static final String OWA_SOURCE = "owaSource";

    /** {@code true} where the first supply needs a prescription nonetheless. */
    public static final String OWA_REPEAT_ONLY = "owaRepeatOnly";

    /** The class; a product without one is of none that asks for anything. */
    public MedicineClass medicineClass() {
        var name = product.traits().get(CLASS);
        return name == null ? MedicineClass.DEVICE : MedicineClass.valueOf(name);
    }

    public OptionalLong owaLimit() {
        var limit = product.traits().get(OWA_LIMIT);
        return limit == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(limit));
    }

    public Optional<String> owaSource() {
        return Optional.ofNullable(product.traits().get(OWA_SOURCE));
    }

    public boolean isOwaRepeatOnly() {
        return Boolean.parseBoolean(product.traits().get(OWA_REPEAT_ONLY));
    }
}
