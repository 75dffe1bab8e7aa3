package id.lumbung.membership.member;

import id.lumbung.backbone.audit.AuditReason;
import id.lumbung.membership.cooperative.VisibleName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is to be changed of a person, and why; what is left out stays as it is. */
record PersonCorrection(
        @Nullable @Size(min = 1, max = 200) @VisibleName String name,
        @Nullable @Size(max = 40) String nik,
        @Nullable @Pattern(regexp = "|" + Phone.FORM, message = Phone.MESSAGE) String phone,
        @Nullable @Size(max = 300) String address,
        @Nullable LocalDate birthDate,
        @Nullable @Valid SocialAid aid,
        @NotNull @AuditReason String reason) {

    Particulars particulars() {
        return new Particulars(
                name, nik == null ? null : Nik.of(nik), phone, address, birthDate, aid);
    }

    @Override
    public String toString() {
        return "PersonCorrection[...]";
    }
}
