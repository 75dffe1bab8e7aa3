package id.lumbung.pharmacy.catalogue;

import id.lumbung.retail.catalogue.Product;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a pharmacy knows of a product beside what any shop knows: a view of its traits. */
public record Medicine(Product product) {

    public static final String CLASS = "class";

    static final String NIE = "nie";
    static final String BRAND = "brand";
    static final String SUBSTANCE = "substance";
    static final String STRENGTH = "strength";
    static final String FORM = "form";
    static final String ROUTE = "route";
    static final String WARNING = "warning";
    static final String PRECURSOR = "precursor";
    static final String OFTEN_MISUSED = "oftenMisused";
    static final String SAMPLE = "sample";

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

    public Optional<String> substance() {
        return Optional.ofNullable(product.traits().get(SUBSTANCE));
    }

    public Optional<String> strength() {
        return Optional.ofNullable(product.traits().get(STRENGTH));
    }

    public Optional<String> warning() {
        return Optional.ofNullable(product.traits().get(WARNING));
    }

    /** Whether narcotics can be made of it: its movements are reported. */
    public boolean isPrecursor() {
        return Boolean.parseBoolean(product.traits().get(PRECURSOR));
    }

    /** Whether the state counts it among the medicines that are often misused (OOT). */
    public boolean isOftenMisused() {
        return Boolean.parseBoolean(product.traits().get(OFTEN_MISUSED));
    }

    /** Whether another has the same substance in the same strength, taken the same way. */
    boolean isSubstituteFor(Medicine other) {
        return Stream.of(SUBSTANCE, STRENGTH, ROUTE)
                .allMatch(it ->
                        Objects.equals(product.traits().get(it), other.product.traits().get(it)));
    }

    /** In small letters: one substance is written one way. */
    static String normal(String text) {
        return spaced(text).toLowerCase(Locale.ROOT);
    }

    /** With single blanks, and none beside a plus. */
    static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll(" ?\\+ ?", "+");
    }
}
