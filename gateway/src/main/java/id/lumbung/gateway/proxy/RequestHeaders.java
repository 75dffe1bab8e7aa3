package id.lumbung.gateway.proxy;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.HttpFields;

/** The headers with which a request goes on to a service. */
interface RequestHeaders {

    void pass(HttpServletRequest request, HttpFields.Mutable passed);
}
