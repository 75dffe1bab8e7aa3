package id.lumbung.gateway;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Tomcat as this door needs it: what it refuses before anything of ours sees it leaves as problem
 * details, too, and a caller is asked to go on with a body only when somebody reads it.
 */
@Component
final class Container implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Duration headTimeout;

    Container(GatewaySettings settings) {
        this.headTimeout = settings.headTimeout();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(HeadWatch.class.getName());
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("continueResponseTiming", "onRead");
            if (connector.getProtocolHandler() instanceof HeadWatch protocol) {
                protocol.setHeadTimeout(headTimeout);
            }
        });
        factory.addContextValves(new ClosesBehindUnread());
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
            }
        });
    }

    /** Tomcat would read on, without an end, what nobody wants. */
    private static final class ClosesBehindUnread extends ValveBase {

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.getAttribute(Entrance.UNREAD) != null) {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    /** Made by Tomcat from its name. */
    public static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            var status = HttpStatus.resolve(response.getStatus());
            if (response.getStatus() < 400 || status == null || response.getContentWritten() > 0) {
                return;
            }
            var body = Problem.of(status).json(null);
            try {
                AnswerHeaders.put(response, "", request.isSecure());
                response.setHeader("Cache-Control", "no-store");
                response.setContentType(Problem.MEDIA_TYPE);
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                getContainer().getLogger().debug("The caller left before the answer", e);
            }
        }
    }
}
