package id.lumbung.identity.dpop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proof whose signature is right: made by whoever holds the key, for one method and address.
 *
 * @param madeAt by the clock of the program, which may be wrong
 * @param nonce of ours; null where it has none
 */
record Proof(ProvenKey key, String method, String address, Instant madeAt, @Nullable String nonce) {

    private static final int MAX_LENGTH = 4_096;
    private static final int MAX_ID_LENGTH = 200;

    /**
     * @throws ProofRefused when it is no proof by a P-256 key
     */
    static Proof read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw ProofRefused.because("The DPoP proof is longer than 4096 characters");
        }
        try {
            var signed = SignedJWT.parse(text);
            var key = ProofKey.of(signed.getHeader());
            if (!signed.verify(new ECDSAVerifier(key))) {
                throw ProofRefused.because("The signature of the DPoP proof is wrong");
            }
            return of(key.computeThumbprint().toString(), signed.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            throw ProofRefused.because("The DPoP proof cannot be read as a JWT with a P-256 key");
        }
    }

    private static Proof of(String thumbprint, JWTClaimsSet claims) throws ParseException {
        var id = claims.getJWTID();
        var method = claims.getStringClaim("htm");
        var address = claims.getStringClaim("htu");
        var madeAt = claims.getIssueTime();
        if (id == null || method == null || address == null || madeAt == null) {
            throw ProofRefused.because("A DPoP proof has jti, htm, htu and iat");
        }
        if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
            throw ProofRefused.because("The jti of a DPoP proof has 1 to 200 characters");
        }
        return new Proof(
                new ProvenKey(thumbprint, id),
                method,
                address,
                madeAt.toInstant(),
                claims.getStringClaim("nonce"));
    }
}
