package id.lumbung.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCostTest {

    private static final String ID = "019ab1c2-0000-7000-8000-000000000001";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/shu/cooperatives/ID/book-years/2025/gates",
                "/api/shu/cooperatives/ID/book-years/2025/verification",
                "/api/shu/cooperatives/ID/book-years/2025/pack.zip",
                "/api/shu/cooperatives/ID/book-years/2025/report.html",
                "/api/shu/cooperatives/ID/book-years/2025/report.pdf",
                "/api/shu/cooperatives/ID/book-years/2025/members.csv",
                "/api/shu/cooperatives/ID/years/2025",
                "/api/shu/reconciliation/cooperatives/ID/comparison",
                "/api/pharmacy/reconciliation/outlets/ID/days",
                "/api/pharmacy/reconciliation/cooperatives/ID/outlets/ID/facts",
                "/api/membership/audit/examination"
            })
    void whatReadsAWholeCooperativeCostsMore(String path) {
        assertThat(RequestCost.readsWholeCooperative(path.replace("ID", ID))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/pharmacy/sales/ID",
                "/api/pharmacy/sales/batch",
                "/api/shu/cooperatives/ID/years/2025/entries",
                "/api/shu/cooperatives/ID/members/ID/years/2025",
                "/api/shu/cooperatives/ID/book-years/2025",
                "/api/shu/cooperatives/ID/book-years/2025/members/ID/explanation",
                "/api/shu/cooperatives/ID/book-years/2025/members/ID/statement.html",
                "/api/membership/members/ID",
                "/api/membership/audit",
                "/report.html"
            })
    void whatIsOneThingOrOnePageCostsOne(String path) {
        assertThat(RequestCost.readsWholeCooperative(path.replace("ID", ID))).isFalse();
    }
}
