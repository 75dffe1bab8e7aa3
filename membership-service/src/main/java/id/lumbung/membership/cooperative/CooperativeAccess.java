package id.lumbung.membership.cooperative;

import static id.lumbung.backbone.security.AccessTable.body;
import static id.lumbung.backbone.security.AccessTable.path;
import static id.lumbung.backbone.security.AccessTable.query;
import static id.lumbung.backbone.security.Role.ADVISOR;
import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.CLINICIAN;
import static id.lumbung.backbone.security.Role.MANAGER;
import static id.lumbung.backbone.security.Role.MEMBER;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.OUTLET;
import static id.lumbung.backbone.security.Role.PHARMACIST;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may register cooperatives, open outlets, and see them. */
@Configuration(proxyBeanMethods = false)
class CooperativeAccess {

    private static final Role[] ALL_OF_THE_COOPERATIVE = {
        BOARD,
        MANAGER,
        SUPERVISOR,
        CASHIER,
        PHARMACIST,
        CLINICIAN,
        OUTLET,
        MEMBER,
        ADVISOR,
        OPERATOR
    };

    @Bean
    AccessTable cooperativeTable() {
        return AccessTable.of(
                path(PUT, "/cooperatives/{id}", "id", OPERATOR),
                path(GET, "/cooperatives/{id}", "id", ALL_OF_THE_COOPERATIVE)
                        .orScope("members.read")
                        .commonToMembers(),
                body(PUT, "/outlets/{id}", BOARD, MANAGER, OPERATOR),
                query(GET, "/outlets", ALL_OF_THE_COOPERATIVE)
                        .orScope("members.read")
                        .commonToMembers());
    }
}
