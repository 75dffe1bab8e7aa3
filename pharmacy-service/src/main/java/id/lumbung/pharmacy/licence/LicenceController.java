package id.lumbung.pharmacy.licence;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/licences")
class LicenceController {

    private final Licences licences;
    private final LicenceDesk desk;

    LicenceController(Licences licences, LicenceDesk desk) {
        this.licences = licences;
        this.desk = desk;
    }

    @Operation(
            summary = "Record a licence of a pharmacist or a technician for one outlet",
            description =
                    """
                    Example: `{"cooperativeId": "…", "outletId": "…", "holderId": "…", "name": "Dian", "kind": "PHARMACIST", \
                    "number": "503/SIPA/01", "from": "2025-07-01", "until": "2026-06-30"}`. \
                    Sent again with another end, the end is changed: every sale is judged by the licence as it stands.\
                    """)
    @PutMapping("/{id}")
    Licence put(@PathVariable UUID id, @Valid @RequestBody LicenceRequest request) {
        return desk.put(id, request);
    }

    @Operation(summary = "The licences of an outlet's people, ended ones among them")
    @GetMapping
    List<Licence> list(@RequestParam UUID cooperativeId, @RequestParam UUID outletId) {
        return licences.ofOutlet(cooperativeId, outletId);
    }
}
