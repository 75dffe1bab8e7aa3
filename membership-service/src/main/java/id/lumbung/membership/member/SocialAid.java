package id.lumbung.membership.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether a family receives the state's aid (keluarga penerima manfaat, KPM). Never a reason for
 * lower rights: nothing here asks for it but the member's own answer.
 *
 * @param source such as DTSEN, the single register (Inpres 4/2025)
 */
record SocialAid(
        boolean kpm,
        @NotNull @Size(max = 3) List<@NotNull Programme> programmes,
        @NotBlank @Size(max = 100) String source,
        @NotNull LocalDate checkedOn) {

    /** Family hope, staple food, and paid contributions to the national insurance. */
    enum Programme {
        PKH,
        BPNT,
        PBI
    }

    @Override
    public String toString() {
        return "SocialAid[...]";
    }
}
