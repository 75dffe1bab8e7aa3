package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.security.Owned;
import id.lumbung.membership.cooperative.VisibleName;
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
        @Nullable @Valid SocialAid aid)
        implements Owned {

    Particulars particulars() {
        return new Particulars(
                name, nik == null ? null : Nik.of(nik), phone, address, birthDate, aid);
    }

    @Override
    public String toString() {
        return "AdmissionRequest[...]";
    }
}
