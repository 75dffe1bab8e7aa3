package id.lumbung.identity.dpop;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;

/** The public key that a proof names, by which its signature is looked at. */
final class ProofKey {

    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    private ProofKey() {}

    /** Of one algorithm only, so that nobody chooses a weaker, or takes the key for a secret. */
    static ECKey of(JWSHeader header) {
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
}
