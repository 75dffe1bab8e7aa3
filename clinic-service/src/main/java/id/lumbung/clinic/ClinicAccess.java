package id.lumbung.clinic;

import static id.lumbung.backbone.security.AccessTable.body;
import static id.lumbung.backbone.security.AccessTable.inCode;
import static id.lumbung.backbone.security.AccessTable.query;
import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.CLINICIAN;
import static id.lumbung.backbone.security.Role.MEMBER;
import static id.lumbung.backbone.security.Role.OUTLET;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who may do what in the clinic. Who was treated is itself health data: the office, its supervisors
 * and its advisors see none of it, only the rupiah in the journal.
 */
@Configuration(proxyBeanMethods = false)
class ClinicAccess {

    private static final Role[] DESK = {OUTLET, CLINICIAN, CASHIER};

    /** A person, not a device, says when a visit was paid, and what became of the money. */
    private static final Role[] SETTLERS = {CLINICIAN, CASHIER};

    @Bean
    AccessTable clinicTable() {
        return AccessTable.of(
                body(PUT, "/visits/{id}", DESK),
                inCode(GET, "/visits/{id}", OUTLET, CLINICIAN, CASHIER, MEMBER),
                inCode(PUT, "/visits/{id}/settlement", DESK),
                query(GET, "/visits/doubtful-times", SETTLERS),
                inCode(PUT, "/visits/{id}/settlement/time", SETTLERS),
                inCode(PUT, "/refunds/{id}", DESK),
                query(GET, "/refunds/refused", DESK),
                inCode(PUT, "/refunds/refused/{id}", SETTLERS));
    }
}
