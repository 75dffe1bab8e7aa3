package id.lumbung.membership.member;

import id.lumbung.backbone.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

    MemberController(MemberRegister register) {
        this.register = register;
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

    @Operation(summary = "The members of a cooperative in the order of their ids, a page at a time")
    @GetMapping
    Page<MemberView> members(
            @RequestParam UUID cooperativeId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit) {
        return register.page(cooperativeId, after, limit);
    }
}
