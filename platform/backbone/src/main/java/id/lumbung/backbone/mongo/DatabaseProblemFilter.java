package id.lumbung.backbone.mongo;

import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names the database where it fails in a filter, as {@link DatabaseProblems} does where it fails in
 * a controller: who asks for a token while the database is away is told to ask again (503), not
 * that something unforeseen happened (500).
 */
final class DatabaseProblemFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            var failure = ofDatabase(e);
            if (failure == null || response.isCommitted()) {
                throw e;
            }
            DatabaseProblems.answer(failure, request, response);
        }
    }

    private static @Nullable Throwable ofDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException
                    || cause instanceof DataAccessResourceFailureException) {
                return cause;
            }
        }
        return null;
    }
}
