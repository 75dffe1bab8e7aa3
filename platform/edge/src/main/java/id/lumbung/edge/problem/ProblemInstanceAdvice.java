package id.lumbung.edge.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * A problem says at which address it arose, but repeats of the address only what is our own, and
 * ids: whoever writes a name or a NIK into a path does not get it back, nor into anybody's log.
 */
@RestControllerAdvice
final class ProblemInstanceAdvice implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(
            MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem
                && request instanceof ServletServerHttpRequest servlet) {
            problem.setInstance(URI.create(shown(servlet.getServletRequest())));
        }
        return body;
    }

    /** The request's own path as its controller has it, with ids only. */
    static String shown(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            return Redaction.path(failed);
        }
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                instanceof String pattern)) {
            return Redaction.path(request.getRequestURI());
        }
        var parts = pattern.split("/", -1);
        var path = request.getRequestURI().split("/", -1);
        if (pattern.contains("*") || parts.length != path.length) {
            return Redaction.path(request.getRequestURI());
        }
        for (var i = 0; i < parts.length; i++) {
            if (parts[i].contains("{")) {
                parts[i] = Redaction.isId(path[i]) ? path[i] : "-";
            }
        }
        return String.join("/", parts);
    }
}
