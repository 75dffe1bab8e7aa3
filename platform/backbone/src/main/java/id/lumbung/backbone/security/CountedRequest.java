package id.lumbung.backbone.security;

import id.lumbung.edge.web.BodyPace;
import id.lumbung.edge.web.CountedBody;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request whose body ends in a refusal where it has more bytes than it may. */
final class CountedRequest extends HttpServletRequestWrapper {

    private final long max;

    CountedRequest(HttpServletRequest request, long max) {
        super(request);
        this.max = max;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new CountedBody(super.getInputStream(), max, -1, BodyPace.ANY);
    }
}
