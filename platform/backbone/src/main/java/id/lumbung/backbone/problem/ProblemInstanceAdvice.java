package id.lumbung.backbone.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
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
public final class ProblemInstanceAdvice implements ResponseBodyAdvice<Object> {

    private static final Pattern ID =
            Pattern.compile(
                    "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]{1,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}");

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

    /** The request's own path, where it was routed and holds ids only; a slash where not. */
    public static String shown(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                instanceof String pattern)) {
            return "/";
        }
        var parts = pattern.split("/", -1);
        var path = request.getRequestURI().split("/", -1);
        if (pattern.contains("*") || parts.length != path.length) {
            return "/";
        }
        for (var i = 0; i < parts.length; i++) {
            if (parts[i].contains("{")) {
                parts[i] = ID.matcher(path[i]).matches() ? path[i] : "-";
            }
        }
        return String.join("/", parts);
    }
}
