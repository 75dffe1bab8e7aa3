package id.lumbung.membership.member;

import id.lumbung.backbone.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/members")
class MemberController {

    private final MemberRegister register;
    private final MemberDirectory directory;

    MemberController(MemberRegister register, MemberDirectory directory) {
        this.register = register;
        this.directory = directory;
    }

    @Operation(summary = "Admit a member")
    @PutMapping("/{id}")
    MemberView admit(@PathVariable UUID id, @Valid @RequestBody AdmissionRequest admission) {
        return register.admit(id, admission);
    }

    @Operation(summary = "A member")
    @GetMapping("/{id}")
    MemberView member(@PathVariable UUID id) {
        return register.show(id);
    }

    @Operation(
            summary = "The members of a cooperative in the order of their ids, a page at a time",
            description =
                    "With 'q' those only whose number it is, with its last digit or without, or in whose name all its words stand.")
    @GetMapping
    Page<MemberView> members(
            @RequestParam UUID cooperativeId,
            @Parameter(example = "0417-1")
                    @RequestParam(required = false)
                    @Nullable
                    @Size(max = 100)
                    String q,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit) {
        return q == null || q.isBlank()
                ? register.page(cooperativeId, after, limit)
                : register.found(cooperativeId, q, after, limit);
    }

    @Operation(
            summary = "Numbers and short names of a cooperative's members, for an outlet's phone",
            description =
                    "For OUTLET, CASHIER, PHARMACIST, CLINICIAN. All of them, or with 'since' those of whom anything changed; ask next time since 'asOf'. Who has left is named without a name.")
    @GetMapping("/directory")
    DirectoryPage directory(
            @RequestParam UUID cooperativeId,
            @Parameter(example = "2026-11-20T00:00:00Z") @RequestParam(required = false)
                    @Nullable Instant since,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(5_000) int limit) {
        return directory.page(cooperativeId, since, after, limit);
    }
}
