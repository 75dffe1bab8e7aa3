package id.lumbung.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Begins and ends the trace of each request, before anything else sees it. */
final class TraceFilter extends OncePerRequestFilter {

    /** Under which every line of the log has the trace's id. */
    private static final String IN_LOG = "trace";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var trace = TraceContext.begin(request.getHeader(TraceContext.HEADER));
        response.setHeader(TraceContext.HEADER, trace);
        MDC.put(IN_LOG, TraceContext.id(trace));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(IN_LOG);
            TraceContext.end();
        }
    }
}
