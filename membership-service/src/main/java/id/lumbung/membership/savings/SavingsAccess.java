package id.lumbung.membership.savings;

import static id.lumbung.backbone.security.AccessTable.body;
import static id.lumbung.backbone.security.AccessTable.inCode;
import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.MANAGER;
import static id.lumbung.backbone.security.Role.MEMBER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import id.lumbung.backbone.security.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may take savings and pay them out, and who may take that back. */
@Configuration(proxyBeanMethods = false)
class SavingsAccess {

    @Bean
    AccessTable savingsTable() {
        return AccessTable.of(
                body(PUT, "/deposits/{id}", BOARD, MANAGER, CASHIER),
                body(PUT, "/withdrawals/{id}", BOARD, MANAGER, CASHIER),
                inCode(PUT, "/deposits/{id}/reversal", BOARD, MANAGER).orScope("deposits.reverse"),
                inCode(PUT, "/withdrawals/{id}/reversal", BOARD, MANAGER),
                inCode(GET, "/members/{id}/savings", MEMBER, BOARD, MANAGER, CASHIER));
    }
}
