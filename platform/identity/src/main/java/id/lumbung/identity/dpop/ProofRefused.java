package id.lumbung.identity.dpop;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** What is wrong with a proof, in the words of RFC 9449; answered 400. */
public final class ProofRefused extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1L;

    private ProofRefused(String code, String description) {
        super(new OAuth2Error(code, description, null));
    }

    /**
     * @param description in ASCII, without quotation marks and backslashes
     */
    public static ProofRefused because(String description) {
        return new ProofRefused(OAuth2ErrorCodes.INVALID_DPOP_PROOF, description);
    }

    /** To be tried again with the nonce that stands beside this answer. */
    static ProofRefused nonceNeeded(String description) {
        return new ProofRefused("use_dpop_nonce", description);
    }
}
