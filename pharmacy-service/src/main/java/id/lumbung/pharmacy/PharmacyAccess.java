package id.lumbung.pharmacy;

import static id.lumbung.backbone.security.AccessTable.body;
import static id.lumbung.backbone.security.AccessTable.inCode;
import static id.lumbung.backbone.security.Role.ADVISOR;
import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.MANAGER;
import static id.lumbung.backbone.security.Role.MEMBER;
import static id.lumbung.backbone.security.Role.OUTLET;
import static id.lumbung.backbone.security.Role.PHARMACIST;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
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
    private static final Role[] READERS = {
        OUTLET, CASHIER, PHARMACIST, BOARD, MANAGER, SUPERVISOR, ADVISOR, MEMBER
    };

    @Bean
    AccessTable pharmacyTable() {
        return AccessTable.of(
                body(PUT, "/sales/{id}", COUNTER),
                inCode(POST, "/sales/batch", COUNTER),
                inCode(GET, "/sales/{id}", READERS),
                body(PUT, "/returns/{id}", COUNTER),
                inCode(GET, "/returns/{id}", READERS));
    }
}
