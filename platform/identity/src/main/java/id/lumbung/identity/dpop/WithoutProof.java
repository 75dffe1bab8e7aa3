package id.lumbung.identity.dpop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** A request as those see it who come after the proof was looked at. */
final class WithoutProof extends HttpServletRequestWrapper {

    WithoutProof(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(DpopFilter.HEADER) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(DpopFilter.HEADER)
                ? Collections.emptyEnumeration()
                : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(
                Collections.list(super.getHeaderNames()).stream()
                        .filter(name -> !name.equalsIgnoreCase(DpopFilter.HEADER))
                        .toList());
    }
}
