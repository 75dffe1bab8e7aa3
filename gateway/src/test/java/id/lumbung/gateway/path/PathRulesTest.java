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
}
