package id.lumbung.gateway;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Errors of the gateway's own pages, and those that reach the container, as problem details. */
@Hidden
@RestController
@RestControllerAdvice
final class Errors extends ResponseEntityExceptionHandler implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    @RequestMapping("${spring.web.error.path:/error}")
    void fromContainer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        Problem.of(status == null ? HttpStatus.NOT_FOUND : status).send(request, response);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unforeseen(Exception e, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            log.debug("The caller left before the answer", e);
            return null;
        }
        log.error("Unforeseen", e);
        return handleExceptionInternal(
                e, null, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        var status = HttpStatus.resolve(code.value());
        var problem = Problem.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
        var path =
                request instanceof ServletWebRequest servlet
                        ? servlet.getRequest().getRequestURI()
                        : null;
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.json(path));
    }
}
