package id.lumbung.backbone.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that arise before or after Spring MVC: in filters, or in the container. */
@Hidden
@RestController
public final class ProblemErrorController implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status =
                code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        var answered = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        return ResponseEntity.status(answered)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.problem(answered, "not-handled", detail(answered)));
    }

    static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                    "There is nothing at this address. See /v3/api-docs for what there is.";
            case BAD_REQUEST ->
                    "The request is not valid HTTP for this server. Check its address and headers.";
            case CONTENT_TOO_LARGE, REQUEST_HEADER_FIELDS_TOO_LARGE, URI_TOO_LONG ->
                    "The request is larger than this server takes.";
            default ->
                    status.is5xxServerError()
                            ? "Something went wrong here, not with you. Report the traceparent of this answer."
                            : "The request was refused.";
        };
    }
}
