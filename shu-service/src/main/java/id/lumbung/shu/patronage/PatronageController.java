package id.lumbung.shu.patronage;

import id.lumbung.backbone.Page;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.journal.EntryView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/cooperatives/{cooperativeId}")
class PatronageController {

    private final PatronageBook book;
    private final BookYears bookYears;
    private final EntryPages pages;

    PatronageController(PatronageBook book, BookYears bookYears, EntryPages pages) {
        this.bookYears = bookYears;
        this.book = book;
        this.pages = pages;
    }

    @Operation(summary = "The members of a cooperative, as the membership office published them")
    @GetMapping("/members")
    List<PatronageBook.Member> members(@PathVariable UUID cooperativeId) {
        return book.members(cooperativeId);
    }

    @Operation(
            summary =
                    "What all did with the cooperative in a book year, members and passers-by, by outlet")
    @GetMapping("/years/{year}")
    PatronageBook.CooperativeYear cooperativeYear(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return book.ofCooperative(cooperativeId, year);
    }

    @Operation(summary = "What a member did in a book year")
    @GetMapping("/members/{memberId}/years/{year}")
    PatronageBook.MemberYear memberYear(
            @PathVariable UUID cooperativeId,
            @PathVariable UUID memberId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return book.ofMember(cooperativeId, memberId, year);
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
