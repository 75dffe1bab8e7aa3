package id.lumbung.identity.oauth;

import id.lumbung.identity.IdentityRule;
import id.lumbung.identity.accounts.LoginAccess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The phones on which a person is logged in. For the person, BOARD of its cooperative, OPERATOR.
 */
@RestController
@RequestMapping("/logins/{id}/devices")
class DeviceController {

    private final Devices devices;
    private final LoginAccess access;

    DeviceController(Devices devices, LoginAccess access) {
        this.devices = devices;
        this.access = access;
    }

    @Operation(
            summary = "The phones on which a person is logged in, the one used last first",
            description =
                    "For the person, the BOARD of its cooperative, OPERATOR. A phone has a name if its app gave one ('device_name').")
    @GetMapping
    List<Device> devices(@PathVariable UUID id) {
        return devices.of(access.ownOrAdministered(id));
    }

    @Operation(
            summary =
                    "End a person's login on a phone; its last access token ends within 15 minutes",
            description =
                    "For the person, the BOARD of its cooperative, OPERATOR. What the phone has not sent stays on it, and is sent by whoever logs in there next.")
    @DeleteMapping("/{jkt}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @PathVariable UUID id,
            @Parameter(
                            description = "The phone's key (RFC 7638)",
                            example = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")
                    @PathVariable
                    String jkt) {
        var login = access.ownOrAdministered(id);
        if (devices.of(login).stream().noneMatch(device -> device.thumbprint().equals(jkt))) {
            throw IdentityRule.NO_SUCH_DEVICE.because(
                    "Akun ini tidak masuk di HP itu, atau sudah diakhiri. Lihat daftarnya: GET /logins/{id}/devices.",
                    "This login is on no such phone, or was ended there. See the list: GET /logins/{id}/devices.");
        }
        devices.end(login, jkt);
    }
}
