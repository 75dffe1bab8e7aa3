package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event.LeavingReason;
import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.security.Owned;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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

    record Admission(
            @NotNull UUID cooperativeId,
            @NotNull MemberKind kind,
            @NotBlank @Size(max = 200) String name,
            @NotNull LocalDate joinedOn,
            @Nullable @Size(max = 40) String nik,
            @Nullable
                    @Pattern(
                            regexp = PersonalDataController.Correction.PHONE,
                            message = PersonalDataController.Correction.PHONE_MESSAGE)
                    String phone,
            @Nullable @Size(min = 1, max = 300) String address,
            @Nullable LocalDate birthDate,
            @Nullable @Valid Aid aid)
            implements Owned {

        Particulars particulars() {
            return new Particulars(
                    name, nik == null ? null : Nik.of(nik), phone, address, birthDate, aid);
        }

        @Override
        public String toString() {
            return "Admission[...]";
        }
    }

    record Farewell(@NotNull LocalDate on, @NotNull LeavingReason reason) {}

    @Operation(summary = "Admit a member")
    @PutMapping("/{id}")
    MemberRegister.Shown admit(@PathVariable UUID id, @Valid @RequestBody Admission admission) {
        return register.admit(id, admission);
    }

    @Operation(summary = "A member")
    @GetMapping("/{id}")
    MemberRegister.Shown member(@PathVariable UUID id) {
        return register.show(id);
    }

    @Operation(summary = "The members of a cooperative in the order of their ids, a page at a time")
    @GetMapping
    MemberRegister.Page members(
            @RequestParam UUID cooperativeId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit) {
        return register.page(cooperativeId, after, limit);
    }

    @Operation(summary = "End a membership")
    @PutMapping("/{id}/leaving")
    Leaving leave(@PathVariable UUID id, @Valid @RequestBody Farewell farewell) {
        return register.leave(id, farewell.on(), farewell.reason());
    }
}
