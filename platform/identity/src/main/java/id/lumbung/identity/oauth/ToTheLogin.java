package id.lumbung.identity.oauth;

import id.lumbung.identity.login.Continuation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends a person who is not logged in to the login; to programs there is nothing here. */
final class ToTheLogin implements AuthenticationEntryPoint {

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        if (HttpMethod.GET.matches(request.getMethod())
                && request.getRequestURI().equals("/oauth2/authorize")) {
            response.sendRedirect(Continuation.loginFor(request));
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }
}
