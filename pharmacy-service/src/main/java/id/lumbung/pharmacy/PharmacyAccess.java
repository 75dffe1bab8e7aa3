package id.lumbung.pharmacy;

import static id.lumbung.backbone.security.AccessTable.body;
import static id.lumbung.backbone.security.AccessTable.inCode;
import static id.lumbung.backbone.security.AccessTable.query;
import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.MEMBER;
import static id.lumbung.backbone.security.Role.OUTLET;
import static id.lumbung.backbone.security.Role.PHARMACIST;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what in the pharmacy. */
@Configuration(proxyBeanMethods = false)
class PharmacyAccess {

    private static final Role[] COUNTER = {OUTLET, CASHIER, PHARMACIST};

    /** A person, not a device, says when a sale was made, and what became of the money. */
    private static final Role[] SETTLERS = {CASHIER, PHARMACIST};

    /** Who bought which medicine is the outlet's and the member's to know, and nobody else's. */
    private static final Role[] READERS = {OUTLET, CASHIER, PHARMACIST, MEMBER};

    @Bean
    AccessTable pharmacyTable() {
        return AccessTable.of(
                body(PUT, "/sales/{id}", COUNTER),
                inCode(POST, "/sales/batch", COUNTER),
                inCode(GET, "/sales/{id}", READERS),
                query(GET, "/sales/doubtful-times", SETTLERS),
                inCode(PUT, "/sales/{id}/time", SETTLERS),
                body(PUT, "/returns/{id}", COUNTER),
                inCode(GET, "/returns/{id}", READERS),
                query(GET, "/returns/refused", COUNTER),
                inCode(PUT, "/returns/refused/{id}", SETTLERS));
    }
}
