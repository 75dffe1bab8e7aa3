package id.lumbung.identity.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.edge.problem.Bilingual;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes the login's pages from the templates in this package, both languages on each. */
class LoginTemplates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    LoginTemplates() {
        var resolver = new ClassLoaderTemplateResolver(LoginTemplates.class.getClassLoader());
        resolver.setPrefix("id/lumbung/identity/login/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(UTF_8.name());
        engine.setTemplateResolver(resolver);
    }

    /**
     * @param said what went wrong; null where nothing did
     */
    void show(
            LoginForm form,
            HttpStatus status,
            @Nullable Bilingual said,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var hidden = new LinkedHashMap<String, String>();
        var _ = hidden.put(Continuation.PARAMETER, Continuation.of(request));
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            var _ = hidden.put(csrf.getParameterName(), csrf.getToken());
        }
        var context = new Context(Locale.ROOT);
        context.setVariable("hidden", hidden);
        context.setVariable("said", said);
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(UTF_8);
        engine.process(form.name().toLowerCase(Locale.ROOT), context, response.getWriter());
    }

    void show(LoginForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        show(form, HttpStatus.OK, null, request, response);
    }

    void show(
            LoginForm form,
            LoginRefused refused,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wait = refused.waitFor();
        if (wait != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        }
        show(form, refused.status(), refused.said(), request, response);
    }
}
