package id.lumbung.shu;

import static id.lumbung.backbone.security.AccessTable.path;
import static id.lumbung.backbone.security.AccessTable.platform;
import static id.lumbung.backbone.security.Role.ADVISOR;
import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.MANAGER;
import static id.lumbung.backbone.security.Role.MEMBER;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what with the journal and the surplus. */
@Configuration(proxyBeanMethods = false)
class ShuAccess {

    private static final String COOPERATIVE = "/cooperatives/{cooperativeId}";

    private static final String BOOK_YEARS = COOPERATIVE + "/book-years";
    private static final String BOOK_YEAR = BOOK_YEARS + "/{year}";

    private static final Role[] OFFICERS = {BOARD, MANAGER, SUPERVISOR, ADVISOR};

    private static final Role[] OFFICERS_AND_THE_MEMBER = {
        BOARD, MANAGER, SUPERVISOR, ADVISOR, MEMBER
    };

    /** Advisors of other cooperatives' people see no names. */
    private static final Role[] WHO_SEES_NAMES = {BOARD, MANAGER, SUPERVISOR, MEMBER};

    /** Operators compare what was published with what is journalled: ids and rupiah. */
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
                path(GET, COOPERATIVE + "/members/{memberId}/years/{year}", READERS_AND_THE_MEMBER),
                path(
                        GET,
                        COOPERATIVE + "/members/{memberId}/years/{year}/entries",
                        READERS_AND_THE_MEMBER),
                path(GET, COOPERATIVE + "/members/{memberId}/dues", OFFICERS_AND_THE_MEMBER)
                        .orScope("dues.read"),
                path(
                        GET,
                        "/reconciliation/cooperatives/{cooperativeId}/comparison",
                        BOARD,
                        SUPERVISOR,
                        OPERATOR),
                path(GET, BOOK_YEARS, OFFICERS),
                path(GET, BOOK_YEAR, OFFICERS),
                path(GET, BOOK_YEAR + "/gates", READERS),
                path(PUT, BOOK_YEAR + "/policy", BOARD),
                path(PUT, BOOK_YEAR + "/figures", BOARD),
                path(PUT, BOOK_YEAR + "/closing", BOARD),
                path(DELETE, BOOK_YEAR + "/closing", BOARD),
                path(PUT, BOOK_YEAR + "/proposal", BOARD),
                path(PUT, BOOK_YEAR + "/resolution", BOARD),
                path(PUT, BOOK_YEAR + "/resolution/countersignature", SUPERVISOR),
                path(PUT, BOOK_YEAR + "/division", BOARD),
                path(GET, BOOK_YEAR + "/entitlements", OFFICERS),
                path(GET, BOOK_YEAR + "/verification", OFFICERS),
                path(GET, BOOK_YEAR + "/members/{memberId}/explanation", OFFICERS_AND_THE_MEMBER),
                path(
                        GET,
                        BOOK_YEAR + "/members/{memberId}/explanation/entries",
                        OFFICERS_AND_THE_MEMBER),
                path(GET, BOOK_YEAR + "/members/{memberId}/statement.html", WHO_SEES_NAMES),
                path(GET, BOOK_YEAR + "/members/{memberId}/statement.pdf", WHO_SEES_NAMES),
                path(GET, BOOK_YEAR + "/report.html", OFFICERS),
                path(GET, BOOK_YEAR + "/report.pdf", OFFICERS),
                path(GET, BOOK_YEAR + "/members.csv", BOARD, MANAGER, SUPERVISOR),
                path(GET, BOOK_YEAR + "/pack.zip", BOARD, MANAGER, SUPERVISOR),
                path(GET, BOOK_YEAR + "/payments", OFFICERS),
                path(PUT, BOOK_YEAR + "/payments", BOARD),
                path(PUT, BOOK_YEAR + "/payments/{memberId}", BOARD),
                path(PUT, BOOK_YEAR + "/payments/{memberId}/reversal", BOARD),
                path(PUT, BOOK_YEAR + "/settlement", BOARD),
                platform(POST, "/simulations", Role.values()));
    }
}
