package id.lumbung.edge.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;

/**
 * What Tomcat itself refuses (a malformed request line, a header too large) leaves as problem
 * details too, not as a page of HTML.
 */
final class TomcatProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Valve.class.getName());
            }
        });
    }

    /** Made by Tomcat from its name. */
    public static final class Valve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            var status = status(response);
            if (response.getStatus() < 400 || status == null || response.getContentWritten() > 0) {
                return;
            }
            try {
                Problem.of(status).send(request, response);
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                container.getLogger().debug("The caller left before the answer", e);
            }
        }

        /**
         * A method, coding or version that Tomcat has not is asked for by mistake: no fault of
         * ours.
         */
        private static @Nullable HttpStatus status(Response response) {
            var status = HttpStatus.resolve(response.getStatus());
            return status == HttpStatus.NOT_IMPLEMENTED
                            || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED
                    ? HttpStatus.BAD_REQUEST
                    : status;
        }
    }
}
