package id.lumbung.shu;

import static id.lumbung.backbone.security.AccessTable.nowhere;
import static id.lumbung.backbone.security.AccessTable.path;
import static id.lumbung.backbone.security.Role.ADVISOR;
import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.MANAGER;
import static id.lumbung.backbone.security.Role.MEMBER;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what with the journal and the surplus. */
@Configuration(proxyBeanMethods = false)
class ShuAccess {

    private static final String COOPERATIVE = "/cooperatives/{cooperativeId}";

    /** Operators compare what was told with what is journalled: ids and rupiah. */
    private static final Role[] READERS = {BOARD, MANAGER, SUPERVISOR, ADVISOR, OPERATOR};

    private static final Role[] READERS_AND_THE_MEMBER = {
        BOARD, MANAGER, SUPERVISOR, ADVISOR, OPERATOR, MEMBER
    };

    @Bean
    AccessTable shuTable() {
        return AccessTable.of(
                path(GET, COOPERATIVE + "/members", READERS),
                path(GET, COOPERATIVE + "/years/{year}", READERS),
                path(GET, COOPERATIVE + "/years/{year}/entries", READERS),
                path(
                        GET,
                        COOPERATIVE + "/members/{memberId}/years/{year}",
                        READERS_AND_THE_MEMBER),
                path(
                        GET,
                        COOPERATIVE + "/members/{memberId}/years/{year}/entries",
                        READERS_AND_THE_MEMBER),
                nowhere(POST, "/simulations", Role.values()));
    }
}
