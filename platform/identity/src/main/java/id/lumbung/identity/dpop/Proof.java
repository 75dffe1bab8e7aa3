package id.lumbung.identity.dpop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
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
    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    /**
     * @throws ProofRefused when it is no proof by a P-256 key
     */
    static Proof read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw ProofRefused.because("The DPoP proof is longer than 4096 characters");
        }
        try {
            var signed = SignedJWT.parse(text);
            var key = key(signed);
            if (!signed.verify(new ECDSAVerifier(key))) {
                throw ProofRefused.because("The signature of the DPoP proof is wrong");
            }
            return of(key.computeThumbprint().toString(), signed.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            throw ProofRefused.because("The DPoP proof cannot be read as a JWT with a P-256 key");
        }
    }

    /** Of one algorithm only, so that nobody chooses a weaker, or takes the key for a secret. */
    private static ECKey key(SignedJWT signed) {
        var header = signed.getHeader();
        if (!TYPE.equals(header.getType())) {
            throw ProofRefused.because("The typ of a DPoP proof is dpop+jwt");
        }
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
            throw ProofRefused.because("The alg of a DPoP proof is ES256");
        }
        if (header.getCriticalParams() != null
                || !(header.getJWK() instanceof ECKey key)
                || !Curve.P_256.equals(key.getCurve())
                || key.isPrivate()) {
            throw ProofRefused.because("The jwk of a DPoP proof is a public key on P-256");
        }
        return key;
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
