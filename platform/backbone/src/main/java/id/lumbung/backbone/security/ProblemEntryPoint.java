package id.lumbung.backbone.security;

import id.lumbung.edge.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Sends away whom the chain does not let in, as problem details that say what to do. */
final class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var type =
                switch (e) {
                    case TokenAuthentication.Unavailable _ -> ProblemType.IDENTITY_UNAVAILABLE;
                    case InsufficientAuthenticationException _ -> ProblemType.TOKEN_MISSING;
                    default -> ProblemType.TOKEN_INVALID;
                };
        type.problem().send(request, response);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        ProblemType.NOT_ALLOWED.problem().send(request, response);
    }
}
