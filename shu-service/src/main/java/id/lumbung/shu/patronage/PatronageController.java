package id.lumbung.shu.patronage;

import id.lumbung.shu.bookyear.BookYear;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/cooperatives/{cooperativeId}")
class PatronageController {

    private final PatronageBook book;
    private final CooperativeYears years;

    PatronageController(PatronageBook book, CooperativeYears years) {
        this.years = years;
        this.book = book;
    }

    @Operation(summary = "The members of a cooperative, as the membership office published them")
    @GetMapping("/members")
    List<RegisteredMember> members(@PathVariable UUID cooperativeId) {
        return book.members(cooperativeId);
    }

    @Operation(
            summary =
                    "What all did with the cooperative in a book year, members and passers-by, by outlet")
    @GetMapping("/years/{year}")
    CooperativeYear cooperativeYear(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return years.of(cooperativeId, year);
    }

    @Operation(summary = "What a member did in a book year")
    @GetMapping("/members/{memberId}/years/{year}")
    MemberYear memberYear(
            @PathVariable UUID cooperativeId,
            @PathVariable UUID memberId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return book.ofMember(cooperativeId, memberId, year);
    }
}
