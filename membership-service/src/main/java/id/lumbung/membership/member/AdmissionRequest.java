package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.security.Owned;
import id.lumbung.membership.cooperative.VisibleName;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is to become a member. */
record AdmissionRequest(
        @NotNull UUID cooperativeId,
        @NotNull MemberKind kind,
        @NotBlank @Size(max = 200) @VisibleName String name,
        @NotNull LocalDate joinedOn,
        @Nullable @Size(max = 40) String nik,
        @Nullable @Pattern(regexp = Phone.FORM, message = Phone.MESSAGE) String phone,
        @Nullable @Size(min = 1, max = 300) String address,
        @Nullable LocalDate birthDate,
        @Nullable @Valid SocialAid aid,
        @Schema(
                        description =
                                "As in the cooperative's own register, with the last digit or without; the next is given where it is absent",
                        example = "0417-1")
                @Nullable
                @Size(max = 10)
                String memberNumber)
        implements Owned {

    Particulars particulars() {
        return new Particulars(
                name, nik == null ? null : Nik.of(nik), phone, address, birthDate, aid);
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when it is no number, or its last digit is another's
     */
    @Nullable MemberNumber number() {
        return memberNumber == null
                ? null
                : MemberNumber.read(memberNumber)
                        .orElseThrow(() ->
                                MemberRule.NUMBER_MISTYPED.because(
                                        "'memberNumber' salah ketik: 1 sampai 6 angka, dan bila ada, angka terakhir setelah '-' harus cocok.",
                                        "'memberNumber' is mistyped: 1 to 6 digits, and the last one after '-', if there is one, must fit."));
    }

    @Override
    public String toString() {
        return "AdmissionRequest[...]";
    }
}
