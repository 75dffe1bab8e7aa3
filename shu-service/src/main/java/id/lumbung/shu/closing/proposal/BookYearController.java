package id.lumbung.shu.closing.proposal;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.closing.record.BookYearView;
import id.lumbung.shu.closing.record.ResultCalculation;
import id.lumbung.shu.division.Policy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the board prepares. Every step is a PUT: sent twice, it counts once. */
@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years")
class BookYearController {

    private final BookYearSteps steps;
    private final PolicySetting policies;
    private final Proposing proposing;

    BookYearController(BookYearSteps steps, PolicySetting policies, Proposing proposing) {
        this.steps = steps;
        this.policies = policies;
        this.proposing = proposing;
    }

    @Operation(summary = "The book years of a cooperative that anybody has touched")
    @GetMapping
    List<BookYearView> all(@PathVariable UUID cooperativeId) {
        return steps.all(cooperativeId).stream().map(BookYearView::of).toList();
    }

    @Operation(summary = "A book year: its state, every step with who and when, and its deadlines")
    @GetMapping("/{year}")
    BookYearView get(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return BookYearView.of(steps.get(cooperativeId, year));
    }

    @Operation(summary = "Set the policy by which the surplus will be divided; a new version")
    @PutMapping("/{year}/policy")
    BookYearView policy(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestBody Policy policy) {
        return BookYearView.of(policies.set(cooperativeId, year, policy));
    }

    @Operation(summary = "Set the year's figures (PHU); sums that do not add up are listed")
    @PutMapping("/{year}/figures")
    BookYearView figures(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @Valid @RequestBody ResultCalculation figures) {
        return BookYearView.of(steps.setFigures(cooperativeId, year, figures));
    }

    @Operation(summary = "Propose the division of policy and figures as they stand")
    @PutMapping("/{year}/proposal")
    BookYearView propose(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return BookYearView.of(proposing.propose(cooperativeId, year));
    }
}
