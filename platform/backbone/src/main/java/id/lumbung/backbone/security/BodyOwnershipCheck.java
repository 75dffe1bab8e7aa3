package id.lumbung.backbone.security;

import java.lang.reflect.Type;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Where the table says that the body names the cooperative: looks at it once it is read. */
@RestControllerAdvice
final class BodyOwnershipCheck extends RequestBodyAdviceAdapter {

    private static final Logger log = LoggerFactory.getLogger(BodyOwnershipCheck.class);

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        var authentication = CallerAuthentication.find();
        var grant = authentication == null ? null : authentication.grant();
        if (grant == null || grant.row().where() != AccessTable.Where.BODY) {
            return body;
        }
        if (Objects.isNull(body)) {
            return body; // JSON can say null; that is no body, and refused as such.
        }
        if (!(body instanceof Owned owned)) {
            log.error("{} names no cooperative, and its row says it does", type);
            throw new AccessDeniedException("The body names no cooperative");
        }
        if (namesCooperative(owned)) {
            grant.require(owned);
        } // Else it is not valid, and refused as such.
        return body;
    }

    /** What comes from outside may lack what it must have, until it is validated. */
    @SuppressWarnings("ConstantValue")
    private static boolean namesCooperative(Owned owned) {
        return owned.cooperativeId() != null;
    }
}
