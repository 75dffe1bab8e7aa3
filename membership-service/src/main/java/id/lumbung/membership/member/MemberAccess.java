package id.lumbung.membership.member;

import static id.lumbung.backbone.security.AccessTable.body;
import static id.lumbung.backbone.security.AccessTable.inCode;
import static id.lumbung.backbone.security.AccessTable.query;
import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.CLINICIAN;
import static id.lumbung.backbone.security.Role.MANAGER;
import static id.lumbung.backbone.security.Role.MEMBER;
import static id.lumbung.backbone.security.Role.OUTLET;
import static id.lumbung.backbone.security.Role.PHARMACIST;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.lumbung.backbone.security.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what with members and their personal data. */
@Configuration(proxyBeanMethods = false)
class MemberAccess {

    private static final String MEMBERSHIP = "/members/{id}/memberships/{membershipId}";

    @Bean
    AccessTable memberTable() {
        return AccessTable.of(
                body(PUT, "/members/{id}", BOARD, MANAGER),
                inCode(GET, "/members/{id}", BOARD, MANAGER, SUPERVISOR, CASHIER, MEMBER)
                        .orScope("members.read"),
                query(GET, "/members", BOARD, MANAGER, SUPERVISOR, CASHIER).orScope("members.read"),
                query(GET, "/members/directory", OUTLET, CASHIER, PHARMACIST, CLINICIAN),
                inCode(PUT, "/members/{id}/leaving", BOARD, MANAGER),
                inCode(PUT, "/members/{id}/leavings/{leavingId}", BOARD, MANAGER),
                inCode(PUT, "/members/{id}/leavings/{leavingId}/annulment", BOARD, MANAGER),
                inCode(PUT, MEMBERSHIP, BOARD, MANAGER),
                inCode(PUT, MEMBERSHIP + "/corrections/{correctionId}", BOARD, MANAGER),
                inCode(PUT, "/members/{id}/person", BOARD, MANAGER),
                inCode(GET, "/members/{id}/personal-data", BOARD, MANAGER, MEMBER),
                inCode(POST, "/members/{id}/personal-data", BOARD, MANAGER),
                inCode(POST, "/members/{id}/nik", BOARD, MANAGER),
                inCode(PUT, "/members/{id}/erasure", BOARD, MANAGER));
    }
}
