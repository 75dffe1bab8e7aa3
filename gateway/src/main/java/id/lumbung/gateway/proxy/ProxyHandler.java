package id.lumbung.gateway.proxy;

import id.lumbung.edge.problem.Problem;
import id.lumbung.edge.problem.ProblemType;
import id.lumbung.edge.web.BodyTooLargeException;
import id.lumbung.edge.web.BodyTooSlowException;
import id.lumbung.gateway.access.AuthFilter;
import id.lumbung.gateway.body.BusyException;
import id.lumbung.gateway.body.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Carries a request to its service and the answer back, neither of them read or changed on the way.
 * The caller always learns whether sending again is needed ({@link ServiceFailures}). A body that
 * breaks off never reaches the service as if it were whole.
 *
 * @param address the service's own, {@code http://host:port}
 */
record ProxyHandler(
        URI address, Manner manner, ServiceCall call, ServiceFailures failures, Uploads uploads)
        implements HandlerFunction<ServerResponse> {

    private static final int BUSY_SECONDS = 2;

    @Override
    public ServerResponse handle(ServerRequest asked) {
        var request = asked.servletRequest();
        final URI target;
        try {
            target = URI.create(target(request));
        } catch (IllegalArgumentException e) {
            return answer(Problem.of(HttpStatus.BAD_REQUEST));
        }
        try (var room = uploads.of(AuthFilter.caller(request))) {
            return answer(call.send(target, request, ProxiedBody.read(request, room)));
        } catch (BusyException e) {
            return answer(ProblemType.BUSY.problem().retryAfter(BUSY_SECONDS));
        } catch (BodyTooLargeException e) {
            return answer(ProblemType.TOO_LARGE.problem(e.limit()));
        } catch (BodyTooSlowException e) {
            return answer(ProblemType.SENT_TOO_SLOWLY.problem());
        } catch (CutShortException e) {
            return answer(ProblemType.CUT_SHORT.problem());
        }
    }

    private String target(HttpServletRequest request) {
        var query = request.getQueryString();
        return address + manner.path(request.getRequestURI()) + (query == null ? "" : "?" + query);
    }

    private ServerResponse answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> passedOn(answered);
            case Outcome.Failed failed -> answer(failures.problem(failed));
        };
    }

    private ServerResponse passedOn(Outcome.Answered answered) {
        var response = answered.response();
        var status = HttpStatusCode.valueOf(response.getStatus());
        var answer = new ProxiedResponse(status, new PassedBody(answered.body(), failures));
        ResponseHeaders.pass(response.getHeaders(), answer.headers());
        return answer;
    }

    private static ServerResponse answer(Problem problem) {
        return new ProxiedResponse(problem.status(), problem::send);
    }
}
