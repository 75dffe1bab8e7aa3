package id.lumbung.backbone.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.Host;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What Tomcat itself refuses (a malformed request line, a header too large) leaves as problem
 * details too, not as a page of HTML.
 */
public final class TomcatProblems
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        TomcatContextCustomizer plainErrors =
                context -> {
                    if (context.getParent() instanceof Host host) {
                        if (host instanceof StandardHost standard) {
                            standard.setErrorReportValveClass(Valve.class.getName());
                        }
                    }
                };
        factory.addContextCustomizers(plainErrors);
    }

    /** Made by Tomcat from its name. */
    public static final class Valve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            var status = HttpStatus.resolve(response.getStatus());
            if (response.getStatus() < 400 || status == null || response.getContentWritten() > 0) {
                return;
            }
            var body =
                    """
                    {"type":"urn:lumbung:not-handled","title":"%s","status":%d,"detail":"%s"}\
                    """
                            .formatted(
                                    status.getReasonPhrase(),
                                    status.value(),
                                    ProblemErrorController.detail(status));
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                container.getLogger().debug("The caller left before the answer", e);
            }
        }
    }
}
