package id.lumbung.gateway.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathRulesTest {

    private static final String ID = "019ab1c2-0000-7000-8000-000000000001";

    /** The service's table says whose; here it is a matter of coming in. */
    @Test
    void ofReconciliationOfficersComeToTheirCooperativesComparisonAlone() {
        var comparison = "/api/shu/reconciliation/cooperatives/%s/comparison".formatted(ID);
        assertThat(PathRules.needed("GET", comparison)).isEqualTo(AccessLevel.TOKEN);
        for (var path :
                List.of(
                        comparison + "/",
                        comparison + "/x",
                        "/api/shu/reconciliation/comparison",
                        "/api/shu/reconciliation/cooperatives/%s".formatted(ID),
                        "/api/clinic/reconciliation/cooperatives/%s/outlets/%s/facts"
                                .formatted(ID, ID),
                        "/api/pharmacy/reconciliation/outlets")) {
            assertThat(PathRules.needed("GET", path)).as(path).isEqualTo(AccessLevel.OPERATOR);
        }
    }

    @Test
    void ofDeadLettersSupervisorsComeToTheirOwnAndToTheConsentAlone() {
        var letters = "/api/shu/dead-letters";
        assertThat(PathRules.needed("GET", letters)).isEqualTo(AccessLevel.TOKEN);
        assertThat(PathRules.needed("GET", letters + "/1")).isEqualTo(AccessLevel.TOKEN);
        assertThat(PathRules.needed("PUT", letters + "/1/decision/consent"))
                .isEqualTo(AccessLevel.TOKEN);
        for (var operation :
                List.of(
                        "GET /causes",
                        "GET /1/value",
                        "GET /1/preview",
                        "POST /1/replay",
                        "POST /replays",
                        "PUT /1/decision",
                        "DELETE /1/decision",
                        "POST /1/decision/consent",
                        "PUT /1/decision/consent/")) {
            var parts = operation.split(" ", 2);
            assertThat(PathRules.needed(parts[0], letters + parts[1]))
                    .as(operation)
                    .isEqualTo(AccessLevel.OPERATOR);
        }
    }
}
