package id.lumbung.backbone.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Begins and ends the trace of each request, before anything else sees it. */
final class TraceFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(
                TraceContext.HEADER, TraceContext.begin(request.getHeader(TraceContext.HEADER)));
        try {
            chain.doFilter(request, response);
        } finally {
            TraceContext.end();
        }
    }
}
