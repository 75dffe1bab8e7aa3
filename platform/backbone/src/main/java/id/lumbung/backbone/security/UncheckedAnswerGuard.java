package id.lumbung.backbone.security;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Withholds an answer whose cooperative nobody asked about although the table wants it: forgetting
 * the question must not show anything.
 */
@RestControllerAdvice
final class UncheckedAnswerGuard implements ResponseBodyAdvice<Object> {

    private static final Logger log = LoggerFactory.getLogger(UncheckedAnswerGuard.class);

    @Override
    public boolean supports(
            MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var authentication = CallerAuthentication.find();
        var grant = authentication == null ? null : authentication.grant();
        if (grant != null && !grant.isSettled()) {
            log.error("{} answered without asking whose it is; withheld", returned.getMethod());
            throw new AccessDeniedException("Nobody asked whose it is");
        }
        return body;
    }
}
