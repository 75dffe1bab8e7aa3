package id.lumbung.identity.dpop;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ErrorAuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the programs whose logins are bound to a key for a proof at the token endpoint. What comes
 * after does not see the header: it would bind the access token as well, and the gateway and all
 * services would have to check a proof with each request.
 */
public final class DpopFilter extends OncePerRequestFilter {

    static final String PATH = "/oauth2/token";
    static final String HEADER = "DPoP";
    private static final String NONCE = "DPoP-Nonce";

    private final Predicate<String> bound;
    private final ProofCheck check;
    private final ProofNonces nonces;
    private final OAuth2ErrorAuthenticationFailureHandler refusals =
            new OAuth2ErrorAuthenticationFailureHandler();

    /**
     * @param bound whether the program with this client id is one of them
     */
    public DpopFilter(Predicate<String> bound, ProofCheck check, ProofNonces nonces) {
        this.bound = bound;
        this.check = check;
        this.nonces = nonces;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(PATH);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var client = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        if (client != null && bound.test(client)) {
            response.setHeader(NONCE, nonces.next());
            try {
                check.require(proof(request)).mark(request);
            } catch (ProofRefused refused) {
                refusals.onAuthenticationFailure(request, response, refused);
                return;
            }
        }
        chain.doFilter(new WithoutProof(request), response);
    }

    private static String proof(HttpServletRequest request) {
        List<String> proofs = Collections.list(request.getHeaders(HEADER));
        if (proofs.isEmpty()) {
            throw ProofRefused.because(
                    "This client proves with each request that it holds its key: send a DPoP header (RFC 9449)");
        }
        if (proofs.size() > 1) {
            throw ProofRefused.because("There is more than one DPoP header");
        }
        return proofs.getFirst();
    }
}
