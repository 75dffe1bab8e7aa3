package id.lumbung.membership.member;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
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

    private final PrivacyDesk desk;
    private final MemberRegister register;

    PersonalDataController(PrivacyDesk desk, MemberRegister register) {
        this.desk = desk;
        this.register = register;
    }

    @Operation(summary = "Correct who a member is; recorded in the audit")
    @PutMapping("/person")
    ResponseEntity<MemberView> correct(
            @PathVariable UUID id, @Valid @RequestBody PersonCorrection correction) {
        var _ = desk.correct(id, correction.particulars(), correction.reason());
        return notStored(register.show(id));
    }

    @Operation(
            summary =
                    "Everything held about a member, the NIK masked (right of access); recorded in the audit")
    @GetMapping("/personal-data")
    ResponseEntity<PersonalData> personalData(@PathVariable UUID id) {
        return notStored(desk.personalData(id, null));
    }

    @Operation(
            summary =
                    "Everything held about a member, the NIK in clear, for a reason; recorded in the audit")
    @PostMapping("/personal-data")
    ResponseEntity<PersonalData> personalDataInClear(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest why) {
        return notStored(desk.personalData(id, why.reason()));
    }

    @Operation(summary = "A member's NIK in clear, for a reason; recorded in the audit")
    @PostMapping("/nik")
    ResponseEntity<NikInClear> nik(@PathVariable UUID id, @Valid @RequestBody ReasonRequest why) {
        return notStored(new NikInClear(desk.nik(id, why.reason())));
    }

    @Operation(
            summary =
                    "Erase who a former member was; what the law has kept is named; recorded in the audit")
    @PutMapping("/erasure")
    Erasure erase(@PathVariable UUID id, @Valid @RequestBody ReasonRequest why) {
        return desk.erase(id, why.reason());
    }

    private static <T> ResponseEntity<T> notStored(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
