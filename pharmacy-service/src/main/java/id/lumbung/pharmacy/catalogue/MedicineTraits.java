package id.lumbung.pharmacy.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a pharmacy knows of a product beside what any shop knows. What is false or unknown is left
 * out.
 *
 * @param medicineClass of the registered pack, as its number (NIE) says it
 * @param nie the number under which the state registered it
 * @param brand left out for a generic
 * @param substance international name; parts joined by {@code +}
 * @param strength value and unit, in the order of the substance
 * @param form such as {@code tablet} or {@code sirup}
 * @param route such as {@code ORAL}
 * @param warning of a restricted medicine, P1 to P6
 * @param precursor whether narcotics can be made of it: it is reported
 * @param oftenMisused whether the state counts it among what is often misused (OOT)
 * @param owaLimit base units that a pharmacist may give one patient without a prescription
 * @param owaSource where that limit stands; asked for where there is one
 * @param owaRepeatOnly whether the first supply needs a prescription nonetheless
 * @param atc code of the WHO
 * @param kfa code of the ministry's dictionary
 * @param essential whether it is on the national formulary
 * @param sample whether it was made up to show or try something
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MedicineTraits(
        @JsonProperty("class") @NotNull MedicineClass medicineClass,
        @Nullable @Size(max = 20) String nie,
        @Nullable @Size(max = 100) String brand,
        @Nullable @Size(max = 200) String substance,
        @Nullable @Size(max = 100) String strength,
        @Nullable @Size(max = 60) String form,
        @Nullable @Size(max = 30) String route,
        @Nullable @Pattern(regexp = "P[1-6]") String warning,
        @Nullable Boolean precursor,
        @Nullable Boolean oftenMisused,
        @Nullable @Positive @Max(1_000_000) Long owaLimit,
        @Nullable @Size(max = 60) String owaSource,
        @Nullable Boolean owaRepeatOnly,
        @Nullable @Size(max = 10) String atc,
        @Nullable @Size(max = 20) String kfa,
        @Nullable Storage storage,
        @Nullable Boolean essential,
        @Nullable Boolean sample) {

    /** How it is kept. */
    enum Storage {
        /** Up to 30 °C. */
        ROOM,
        /** 2 to 8 °C. */
        COOL,
        /** −25 to −15 °C. */
        FREEZE
    }

    static MedicineTraits of(Medicine medicine) {
        var of = medicine.product().traits();
        var storage = of.get("storage");
        var limit = of.get(Medicine.OWA_LIMIT);
        return new MedicineTraits(
                medicine.medicineClass(),
                of.get(Medicine.NIE),
                of.get(Medicine.BRAND),
                of.get(Medicine.SUBSTANCE),
                of.get(Medicine.STRENGTH),
                of.get(Medicine.FORM),
                of.get(Medicine.ROUTE),
                of.get(Medicine.WARNING),
                flag(of, Medicine.PRECURSOR),
                flag(of, Medicine.OFTEN_MISUSED),
                limit == null ? null : Long.valueOf(limit),
                of.get(Medicine.OWA_SOURCE),
                flag(of, Medicine.OWA_REPEAT_ONLY),
                of.get("atc"),
                of.get("kfa"),
                storage == null ? null : Storage.valueOf(storage),
                flag(of, "essential"),
                flag(of, Medicine.SAMPLE));
    }

    /**
     * As they are kept.
     *
     * @throws id.lumbung.edge.problem.Refusal when they contradict each other
     */
    Map<String, String> kept() {
        TraitRules.require(this);
        var kept = new TreeMap<String, String>();
        kept.put(Medicine.CLASS, medicineClass.name());
        put(kept, Medicine.NIE, nie);
        put(kept, Medicine.BRAND, brand);
        put(kept, Medicine.SUBSTANCE, substance == null ? null : Medicine.normal(substance));
        put(kept, Medicine.STRENGTH, strength == null ? null : Medicine.spaced(strength));
        put(kept, Medicine.FORM, form);
        put(kept, Medicine.ROUTE, route);
        put(kept, Medicine.WARNING, warning);
        put(kept, Medicine.PRECURSOR, said(precursor));
        put(kept, Medicine.OFTEN_MISUSED, said(oftenMisused));
        put(kept, Medicine.OWA_LIMIT, owaLimit == null ? null : owaLimit.toString());
        put(kept, Medicine.OWA_SOURCE, owaSource);
        put(kept, Medicine.OWA_REPEAT_ONLY, said(owaRepeatOnly));
        put(kept, "atc", atc);
        put(kept, "kfa", kfa);
        put(kept, "storage", storage == null ? null : storage.name());
        put(kept, "essential", said(essential));
        put(kept, Medicine.SAMPLE, said(sample));
        return kept;
    }

    private static @Nullable Boolean flag(Map<String, String> kept, String trait) {
        return kept.containsKey(trait) ? Boolean.TRUE : null;
    }

    private static @Nullable String said(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag) ? "true" : null;
    }

    private static void put(Map<String, String> kept, String trait, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            kept.put(trait, value.strip());
        }
    }
}
