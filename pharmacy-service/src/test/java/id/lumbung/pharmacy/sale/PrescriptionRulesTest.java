package id.lumbung.pharmacy.sale;

import static id.lumbung.backbone.security.Role.MANAGER;
import static id.lumbung.backbone.security.Role.OUTLET;
import static id.lumbung.backbone.security.Role.PHARMACIST;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.pharmacy.Apotek;
import id.lumbung.pharmacy.catalogue.Medicine;
import id.lumbung.pharmacy.catalogue.MedicineClass;
import id.lumbung.retail.catalogue.PriceList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Who may hand over what, where and on what: the fifteen questions, as far as sales are asked. */
@ServiceTest
class PrescriptionRulesTest {

    private static final String NOON = "2026-05-04T03:00:00Z";
    private static final String PATIENT = "\"grounds\": {\"patient\": \"P-1\"},";
    private static final String ORIGINAL = "\"grounds\": {\"prescription\": \"R-1\"},";
    private static final String COPY = "\"grounds\": {\"prescription\": \"R-1\", \"copy\": true},";
    private static final String REPEAT = "\"grounds\": {\"patient\": \"P-1\", \"earlier\": true},";

    @Autowired private RestTestClient http;
    @Autowired private MongoOperations mongo;
    private final UUID dian = UUID.randomUUID();
    private final UUID tutik = UUID.randomUUID();

    private Apotek apotek(String capability) {
        var apotek = new Apotek(http, mongo).open(capability);
        licence(apotek, dian, "PHARMACIST", "\"2026-06-30\"");
        licence(apotek, tutik, "TECHNICIAN", "null");
        return apotek;
    }

    private static void licence(Apotek apotek, UUID holder, String kind, String until) {
        var body =
                """
                {"cooperativeId": "%s", "outletId": "%s", "holderId": "%s", "name": "Dian", "kind": "%s",
                 "number": "503/1", "from": "2021-07-01", "until": %s}\
                """
                        .formatted(apotek.cooperative, apotek.outlet, holder, kind, until);
        assertThat(apotek.put(MANAGER, "/licences/" + UUID.randomUUID(), body).status())
                .isEqualTo(200);
    }

    private static UUID owa(Apotek apotek, long limit, boolean repeatOnly) {
        var traits = new HashMap<String, String>();
        traits.put(Medicine.OWA_LIMIT, Long.toString(limit));
        traits.put(Medicine.OWA_SOURCE, "DOWA 3");
        traits.put(Medicine.OWA_REPEAT_ONLY, Boolean.toString(repeatOnly));
        return apotek.product(MedicineClass.PRESCRIPTION_ONLY, traits, List.of(), PriceList.NONE);
    }

    private String sell(Apotek apotek, UUID product, int quantity, String more) {
        return sell(apotek, product, quantity, more, NOON);
    }

    private String sell(Apotek apotek, UUID product, int quantity, String more, String at) {
        var body =
                """
                {"cooperativeId": "%s", "outletId": "%s", "at": "%s", "pharmacist": "%s", %s
                 "lines": [{"productId": "%s", "quantity": %d, "amount": 5000}]}\
                """
                        .formatted(
                                apotek.cooperative,
                                apotek.outlet,
                                at,
                                dian,
                                more,
                                product,
                                quantity);
        return apotek.put(OUTLET, "/sales/" + UUID.randomUUID(), body).slug();
    }

    @Test
    void withoutAPrescriptionAPharmacyGivesWhatTheListNamesUpToItsLimit() {
        var apotek = apotek("APOTEK");
        var allopurinol = owa(apotek, 10, false);
        assertThat(sell(apotek, allopurinol, 10, PATIENT)).isEmpty();
        assertThat(sell(apotek, allopurinol, 10, "")).isEqualTo("owa-patient-missing");
        assertThat(sell(apotek, allopurinol, 11, PATIENT)).isEqualTo("owa-limit");
        assertThat(sell(apotek, allopurinol, 11, ORIGINAL)).isEmpty();
        var stronger = apotek.product(MedicineClass.PRESCRIPTION_ONLY);
        assertThat(sell(apotek, stronger, 1, PATIENT)).isEqualTo("prescription-missing");
        assertThat(sell(apotek, stronger, 1, COPY)).isEmpty();
        var pill = owa(apotek, 28, true);
        assertThat(sell(apotek, pill, 28, PATIENT)).isEqualTo("owa-repeat-only");
        assertThat(sell(apotek, pill, 28, REPEAT)).isEmpty();
        assertThat(sell(apotek, pill, 56, REPEAT)).isEqualTo("owa-limit");
        var diazepam =
                apotek.product(
                        MedicineClass.PSYCHOTROPIC,
                        Map.of(Medicine.OWA_LIMIT, "20"),
                        List.of(),
                        PriceList.NONE);
        assertThat(sell(apotek, diazepam, 20, PATIENT)).isEqualTo("prescription-missing");
        var codeine = apotek.product(MedicineClass.NARCOTIC);
        assertThat(sell(apotek, codeine, 10, COPY)).isEqualTo("original-prescription-needed");
        assertThat(sell(apotek, codeine, 10, ORIGINAL)).isEmpty();
    }

    @Test
    void aDrugCounterGivesNothingThatNeedsAPrescription() {
        var counter = apotek("GERAI_OTC");
        assertThat(sell(counter, owa(counter, 10, false), 10, PATIENT))
                .isEqualTo("class-not-at-outlet");
        var codeine = counter.product(MedicineClass.NARCOTIC);
        assertThat(sell(counter, codeine, 10, ORIGINAL)).isEqualTo("class-not-at-outlet");
        var restricted = counter.product(MedicineClass.RESTRICTED);
        var byTechnician = "\"soldBy\": \"" + tutik + "\",";
        assertThat(sell(counter, restricted, 20, byTechnician)).isEmpty();
        assertThat(sell(counter, counter.product(MedicineClass.OVER_THE_COUNTER), 20, ""))
                .isEmpty();
    }

    /** The place and the day of the sale decide, not the upload. */
    @Test
    void theLicenceCountsAtTheHourOfTheSale() {
        var p = apotek("APOTEK");
        var medicine = p.product(MedicineClass.PRESCRIPTION_ONLY);
        assertThat(sell(p, medicine, 1, ORIGINAL, "2026-06-30T14:30:00Z")).isEmpty();
        assertThat(sell(p, medicine, 1, ORIGINAL, "2026-06-30T15:30:00Z"))
                .isEqualTo("no-valid-licence");
        var offline = ORIGINAL + "\"offline\": true,";
        assertThat(sell(p, medicine, 1, offline, "2026-06-30T14:45:00Z")).isEmpty();
        assertThat(sell(p, medicine, 1, offline, "2026-06-30T15:30:00Z")).isEmpty();
        assertThat(kinds(p, "2026-06-30")).doesNotContain("NO_VALID_LICENCE");
        assertThat(kinds(p, "2026-07-01")).contains("NO_VALID_LICENCE");
        var q = new Apotek(http, mongo).open("APOTEK");
        var there = q.product(MedicineClass.PRESCRIPTION_ONLY);
        assertThat(sell(q, there, 1, ORIGINAL, "2026-06-30T14:30:00Z"))
                .isEqualTo("no-valid-licence");
        assertThat(sell(q, there, 1, offline, "2026-06-30T14:30:00Z")).isEmpty();
        assertThat(kinds(q, "2026-06-30")).contains("NO_VALID_LICENCE");
        var licences = p.get(PHARMACIST, "/licences").body();
        assertThat(licences.findValuesAsString("endUnknown"))
                .containsExactlyInAnyOrder("false", "true");
    }

    private static List<String> kinds(Apotek apotek, String day) {
        return apotek.get(PHARMACIST, "/discrepancies?from=" + day + "&until=" + day)
                .body()
                .findValuesAsString("kind");
    }
}
