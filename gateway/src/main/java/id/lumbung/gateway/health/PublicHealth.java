package id.lumbung.gateway.health;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where metrics have a port inside, the whole actuator moves there; who stands outside, and the
 * operators' page, ask for these three here as before.
 */
@RestController
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
final class PublicHealth {

    private final HealthEndpointWebExtension health;

    PublicHealth(HealthEndpointWebExtension health) {
        this.health = health;
    }

    @GetMapping("/actuator/health/{part:liveness|readiness|services}")
    ResponseEntity<HealthDescriptor> part(@PathVariable String part) {
        var found =
                health.health(
                        ApiVersion.LATEST, WebServerNamespace.SERVER, SecurityContext.NONE, part);
        return ResponseEntity.status(found.getStatus()).body(found.getBody());
    }
}
