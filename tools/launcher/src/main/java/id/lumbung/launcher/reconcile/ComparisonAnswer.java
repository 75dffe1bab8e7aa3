package id.lumbung.launcher.reconcile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What shu-service answers of one cooperative. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ComparisonAnswer(
        List<OutletSums> outlets,
        long differing,
        List<Difference> differences,
        Map<String, Long> pending,
        List<String> troubles) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OutletSums(UUID outletId, long days, Side own, Side journal) {}
}
