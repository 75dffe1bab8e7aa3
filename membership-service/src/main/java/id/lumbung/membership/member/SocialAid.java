package id.lumbung.membership.member;

import id.lumbung.edge.json.Bounded;
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
        @NotNull @Size(max = MAX_PROGRAMMES) List<@NotNull Programme> programmes,
        @NotBlank @Size(max = 100) String source,
        @NotNull LocalDate checkedOn) {

    private static final int MAX_PROGRAMMES = 3;

    SocialAid {
        programmes = Bounded.list(programmes, MAX_PROGRAMMES);
    }

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
