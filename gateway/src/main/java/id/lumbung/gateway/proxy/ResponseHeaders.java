package id.lumbung.gateway.proxy;

import id.lumbung.edge.web.TraceContext;
import id.lumbung.gateway.browser.CrossOrigin;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.springframework.http.HttpHeaders;

/** Which headers come back from a service. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    /**
     * The trace is left out: the answer has it already; and so is what other origins may do, which
     * is for the gateway to say.
     */
    static void pass(HttpFields answered, HttpHeaders passed) {
        var hop = HopHeaders.of(answered.getValuesList(HttpHeader.CONNECTION));
        for (var field : answered) {
            if (!hop.contains(field.getName(), field.getHeader())
                    && !field.getName().equalsIgnoreCase(TraceContext.HEADER)
                    && !CrossOrigin.sets(field.getName())) {
                passed.add(field.getName(), field.getValue());
            }
        }
        if (!passed.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            passed.setCacheControl("no-store");
        }
    }
}
