package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event.LeavingReason;
import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.security.Belonging;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/members/{id}")
class MemberController {

    private final MemberRegister register;

    MemberController(MemberRegister register) {
        this.register = register;
    }

    record Admission(
            @NotNull UUID cooperativeId,
            @NotNull MemberKind kind,
            @NotBlank @Size(max = 200) String name,
            @NotNull LocalDate joinedOn)
            implements Belonging {}

    record Farewell(@NotNull LocalDate on, @NotNull LeavingReason reason) {}

    @Operation(summary = "Admit a member")
    @PutMapping
    Member admit(@PathVariable UUID id, @Valid @RequestBody Admission admission) {
        return register.admit(id, admission);
    }

    @Operation(summary = "A member")
    @GetMapping
    Member member(@PathVariable UUID id) {
        return register.get(id);
    }

    @Operation(summary = "End a membership")
    @PutMapping("/leaving")
    Leaving leave(@PathVariable UUID id, @Valid @RequestBody Farewell farewell) {
        return register.leave(id, farewell.on(), farewell.reason());
    }
}
