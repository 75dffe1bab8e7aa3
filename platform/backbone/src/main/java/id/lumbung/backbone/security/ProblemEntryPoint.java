package id.lumbung.backbone.security;

import id.lumbung.backbone.problem.ProblemInstanceAdvice;
import id.lumbung.backbone.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Sends away whom the door does not let in, as problem details that say what to do. */
final class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String INSUFFICIENT = "Bearer error=\"insufficient_scope\"";

    private final JsonMapper json;

    ProblemEntryPoint(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof TokenCheck.KeysUnavailable) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            answer(
                    request,
                    response,
                    Problems.problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "keys-unavailable",
                            "The token cannot be checked: its issuer does not answer. Send the same again in a few seconds; nothing was recorded."));
        } else if (e instanceof InsufficientAuthenticationException) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            answer(
                    request,
                    response,
                    Problems.problem(
                            HttpStatus.UNAUTHORIZED,
                            "no-token",
                            "This needs a token. Get one from the authorization server and send it as 'Authorization: Bearer <token>'."));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            answer(
                    request,
                    response,
                    Problems.problem(
                            HttpStatus.UNAUTHORIZED,
                            "invalid-token",
                            "The token does not count here: it has ended, is not whole, or comes from another issuer. Get a new one and send the same again; nothing was recorded."));
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, INSUFFICIENT);
        answer(
                request,
                response,
                Problems.problem(
                        HttpStatus.FORBIDDEN,
                        "not-allowed",
                        "Your role may not do this. Ask whoever may, or sign in as them; nothing was recorded."));
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        problem.setInstance(URI.create(ProblemInstanceAdvice.shown(request)));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
