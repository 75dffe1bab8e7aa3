package id.lumbung.backbone.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DatabaseProblemFilterTest {

    @Test
    void whoAsksForATokenWhileTheDatabaseIsAwayIsToldToAskAgain() throws Exception {
        for (var failure :
                new Exception[] {
                    new MongoTimeoutException("nobody there"),
                    new IllegalStateException(new MongoTimeoutException("nobody there")),
                    new ServletException(new MongoTimeoutException("nobody there"))
                }) {
            var response = filtered(failure);
            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeader("Retry-After")).isEqualTo("5");
            assertThat(response.getContentAsString())
                    .contains("urn:lumbung:database-unavailable")
                    .doesNotContain("nobody there");
        }
    }

    @Test
    void whatElseFailsIsLeftToOthers() {
        var other = new IllegalStateException("a fault of ours");
        assertThatThrownBy(() -> filtered(other)).isSameAs(other);
    }

    private static MockHttpServletResponse filtered(Exception failure)
            throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        new DatabaseProblemFilter()
                .doFilter(
                        new MockHttpServletRequest("POST", "/oauth2/token"),
                        response,
                        (_, _) -> {
                            if (failure instanceof ServletException e) {
                                throw e;
                            }
                            throw (RuntimeException) failure;
                        });
        return response;
    }
}
