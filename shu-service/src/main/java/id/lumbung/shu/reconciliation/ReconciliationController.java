package id.lumbung.shu.reconciliation;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.bookyear.BookYears;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReconciliationController {

    private final Services services;
    private final Comparison comparison;
    private final BookYears bookYears;

    ReconciliationController(Services services, Comparison comparison, BookYears bookYears) {
        this.services = services;
        this.comparison = comparison;
        this.bookYears = bookYears;
    }

    @Operation(
            summary =
                    "Compare what the services hold of a cooperative, or of some of its outlets, with the journal, fact by fact where days differ")
    @GetMapping("/reconciliation/cooperatives/{cooperativeId}/comparison")
    ReconciliationReport compare(
            @PathVariable UUID cooperativeId, @RequestParam(defaultValue = "") Set<UUID> outletId) {
        var always = bookYears.of(cooperativeId, BookYear.LAST);
        var question = new Question(cooperativeId, always.zone(), always.until());
        var answers = services.totals(cooperativeId, always.zone(), always.until());
        var report = comparison.of(question, answers, outletId);
        var pending = new TreeMap<String, Long>();
        answers.forEach((service, answer) -> {
            if (answer.totals() != null && answer.totals().pending() > 0) {
                var _ = pending.put(service.label(), answer.totals().pending());
            }
        });
        var troubles = new ArrayList<>(report.troubles());
        answers.values().stream()
                .map(Services.Answer::trouble)
                .filter(trouble -> !trouble.isEmpty())
                .forEach(troubles::add);
        return new ReconciliationReport(
                report.differing() == 0 && troubles.isEmpty(),
                report.outlets(),
                report.differing(),
                report.differences(),
                pending,
                troubles.stream().distinct().toList());
    }
}
