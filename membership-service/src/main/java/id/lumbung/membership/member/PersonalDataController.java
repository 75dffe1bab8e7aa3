package id.lumbung.membership.member;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who a member is. What is asked in clear is asked by POST, so that no reason stands in an address.
 */
@RestController
@RequestMapping("/members/{id}")
class PersonalDataController {

    private static final int LONGEST_REASON = 300;

    /** A reason stays in the audit for ever: it is no place for personal data. */
    private static final String NO_NUMBERS = "(?s)(?!.*[0-9]{7}).*";

    private static final String NO_NUMBERS_MESSAGE =
            "must not hold numbers of people (NIK, telephone)";

    private final PrivacyDesk desk;
    private final MemberRegister register;

    PersonalDataController(PrivacyDesk desk, MemberRegister register) {
        this.desk = desk;
        this.register = register;
    }

    record Asked(
            @NotBlank
                    @Size(max = LONGEST_REASON)
                    @Pattern(regexp = NO_NUMBERS, message = NO_NUMBERS_MESSAGE)
                    String reason) {}

    /** What is to be changed, and why; what is left out stays as it is. */
    record Correction(
            @Nullable
                    @Size(min = 1, max = 200)
                    @Pattern(regexp = Correction.NOT_BLANK, message = "must not be blank")
                    String name,
            @Nullable @Size(max = 40) String nik,
            @Nullable @Pattern(regexp = "|" + Correction.PHONE, message = Correction.PHONE_MESSAGE)
                    String phone,
            @Nullable @Size(max = 300) String address,
            @Nullable LocalDate birthDate,
            @Nullable @Valid Aid aid,
            @NotBlank
                    @Size(max = LONGEST_REASON)
                    @Pattern(regexp = NO_NUMBERS, message = NO_NUMBERS_MESSAGE)
                    String reason) {

        static final String NOT_BLANK = "(?s).*\\S.*";
        static final String PHONE = "\\+?[0-9][0-9 -]{5,19}";
        static final String PHONE_MESSAGE = "must be a telephone number such as +62 812 3456 7890";

        Particulars particulars() {
            return new Particulars(
                    name, nik == null ? null : Nik.of(nik), phone, address, birthDate, aid);
        }

        @Override
        public String toString() {
            return "Correction[...]";
        }
    }

    record NikInClear(String nik) {

        @Override
        public String toString() {
            return "NikInClear[...]";
        }
    }

    @Operation(summary = "Correct who a member is; recorded in the audit")
    @PutMapping("/person")
    ResponseEntity<MemberRegister.Shown> correct(
            @PathVariable UUID id, @Valid @RequestBody Correction correction) {
        var _ = desk.correct(id, correction.particulars(), correction.reason());
        return notStored(register.show(id));
    }

    @Operation(
            summary =
                    "Everything held about a member, the NIK masked (right of access); recorded in the audit")
    @GetMapping("/personal-data")
    ResponseEntity<PrivacyDesk.PersonalData> personalData(@PathVariable UUID id) {
        return notStored(desk.personalData(id, null));
    }

    @Operation(
            summary =
                    "Everything held about a member, the NIK in clear, for a reason; recorded in the audit")
    @PostMapping("/personal-data")
    ResponseEntity<PrivacyDesk.PersonalData> personalDataInClear(
            @PathVariable UUID id, @Valid @RequestBody Asked asked) {
        return notStored(desk.personalData(id, asked.reason()));
    }

    @Operation(summary = "A member's NIK in clear, for a reason; recorded in the audit")
    @PostMapping("/nik")
    ResponseEntity<NikInClear> nik(@PathVariable UUID id, @Valid @RequestBody Asked asked) {
        return notStored(new NikInClear(desk.nik(id, asked.reason())));
    }

    @Operation(
            summary =
                    "Erase who a former member was; what the law has kept is named; recorded in the audit")
    @PutMapping("/erasure")
    PrivacyDesk.Erasure erase(@PathVariable UUID id, @Valid @RequestBody Asked asked) {
        return desk.erase(id, asked.reason());
    }

    private static <T> ResponseEntity<T> notStored(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
