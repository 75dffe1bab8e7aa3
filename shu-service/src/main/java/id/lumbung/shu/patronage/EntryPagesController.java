package id.lumbung.shu.patronage;

import id.lumbung.backbone.Page;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.journal.EntryView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/cooperatives/{cooperativeId}")
class EntryPagesController {

    private final BookYears bookYears;
    private final EntryPages pages;

    EntryPagesController(BookYears bookYears, EntryPages pages) {
        this.bookYears = bookYears;
        this.pages = pages;
    }

    @Operation(summary = "The entries behind a cooperative's book year, oldest first, by the page")
    @GetMapping("/years/{year}/entries")
    Page<EntryView> cooperativeEntries(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(EntryPages.MAX_PAGE) int limit) {
        var bookYear = bookYears.of(cooperativeId, year);
        return pages.ofCooperative(cooperativeId, bookYear, after, limit);
    }

    @Operation(summary = "The entries behind a member's book year, oldest first, by the page")
    @GetMapping("/members/{memberId}/years/{year}/entries")
    Page<EntryView> memberEntries(
            @PathVariable UUID cooperativeId,
            @PathVariable UUID memberId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(EntryPages.MAX_PAGE) int limit) {
        var bookYear = bookYears.of(cooperativeId, year);
        return pages.ofMember(cooperativeId, memberId, bookYear, after, limit);
    }
}
