package id.lumbung.gateway.proxy;

import id.lumbung.gateway.body.CutAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;

/**
 * The body of a service's answer on its way to the caller. Where the service breaks off before
 * anything was passed on, the caller gets a problem; afterwards the connection is cut, so that a
 * part is never taken for the whole.
 */
record PassedBody(InputStream body, ServiceFailures failures) implements ProxiedResponse.Writing {

    private static final int PIECE = 8192;

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (body) {
            var buffer = new byte[PIECE];
            var out = response.getOutputStream();
            while (true) {
                final int some;
                try {
                    some = body.read(buffer);
                } catch (IOException e) {
                    breakOff(e, request, response);
                    return;
                }
                if (some < 0) {
                    return;
                }
                out.write(buffer, 0, some);
            }
        }
    }

    private void breakOff(
            IOException cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tooLate = cause.getCause() instanceof TimeoutException;
        var problem = failures.problem(new Outcome.Failed(cause, true, tooLate));
        if (response.isCommitted()) {
            CutAnswer.note(request, problem.slug());
        } else {
            problem.send(request, response);
        }
    }
}
