package id.lumbung.backbone.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import id.lumbung.edge.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A database that does not answer is named as such: nobody knows whether it wrote. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseProblems {

    private static final Logger log = LoggerFactory.getLogger(DatabaseProblems.class);

    @ExceptionHandler({MongoException.class, DataAccessResourceFailureException.class})
    void unavailable(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(e, request, response);
    }

    static void answer(Throwable e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (PermanentRefusal.is(e)) {
            log.error("The database will never take it: {}", inBrief(e));
            ProblemType.UNFORESEEN.problem().send(request, response);
            return;
        }
        log.warn("The database did not take it: {}", inBrief(e));
        ProblemType.DATABASE_UNAVAILABLE.problem().send(request, response);
    }

    /** What a server refuses it repeats, whatever stands in it; of that only the code is kept. */
    private static String inBrief(Throwable e) {
        return e instanceof MongoServerException server
                ? "%s, code %d, from %s"
                        .formatted(
                                e.getClass().getSimpleName(),
                                server.getCode(),
                                server.getServerAddress())
                : e.toString();
    }
}
