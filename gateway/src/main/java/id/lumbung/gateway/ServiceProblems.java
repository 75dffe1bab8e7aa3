package id.lumbung.gateway;

import id.lumbung.backbone.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.ResourceAccessException;

/** What callers are told when a service does not answer: whether to send it again, and when. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ServiceProblems {

    private static final Logger log = LoggerFactory.getLogger(ServiceProblems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreachable(
            ResourceAccessException e, HttpServletRequest request) {
        var service = String.valueOf(request.getAttribute(Routes.SERVICE));
        log.warn("{} does not answer: {}", service, e.getMessage());
        return isTimeout(e)
                ? answer(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "service-too-slow",
                        "Layanan %1$s terlalu lama menjawab; kirim ulang dengan id yang sama. The service %1$s took too long; whether it recorded this is not known: send the same again, under the same id."
                                .formatted(service))
                : answer(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service-unavailable",
                        "Layanan %1$s sedang tidak tersedia; simpan dan kirim ulang dengan id yang sama. The service %1$s is not available; keep it and send the same again, under the same id."
                                .formatted(service));
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String slug, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(Problems.problem(status, slug, detail));
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException
                    || cause instanceof HttpTimeoutException
                    || (cause instanceof SocketTimeoutException
                            && !String.valueOf(cause.getMessage()).contains("onnect"))) {
                return true;
            }
        }
        return false;
    }
}
