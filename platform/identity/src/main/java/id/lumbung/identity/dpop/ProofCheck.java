package id.lumbung.identity.dpop;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a proof was made now, and for the token endpoint. A proof with a nonce of ours was made
 * when the nonce was good, whatever its clock says; one without must have been made within five
 * minutes of now.
 */
public class ProofCheck {

    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final ProofNonces nonces;
    private final Set<String> addresses;
    private final Clock clock;

    /**
     * @param origins at which programs reach the token endpoint, without a path
     */
    ProofCheck(ProofNonces nonces, Stream<String> origins, Clock clock) {
        this.nonces = nonces;
        this.addresses =
                origins.map(origin -> PlainAddress.of(origin + DpopFilter.PATH))
                        .collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
    }

    /**
     * @throws ProofRefused when it proves nothing here and now
     */
    ProvenKey require(String text) {
        var proof = Proof.read(text);
        if (!proof.method().equals("POST")) {
            throw ProofRefused.because(
                    "The htm of this DPoP proof is for another method than POST");
        }
        if (!addresses.contains(PlainAddress.of(proof.address()))) {
            throw ProofRefused.because("The htu of this DPoP proof is not the token endpoint");
        }
        var nonce = proof.nonce();
        if (nonce != null && !nonces.isGood(nonce)) {
            throw ProofRefused.nonceNeeded(
                    "The nonce of this DPoP proof is not one of the last five minutes; take the one in DPoP-Nonce");
        }
        if (nonce == null
                && Duration.between(proof.madeAt(), clock.instant()).abs().compareTo(CLOCK_SKEW)
                        > 0) {
            throw ProofRefused.nonceNeeded(
                    "The clock of this DPoP proof is more than five minutes off; take the nonce in DPoP-Nonce");
        }
        return proof.key();
    }
}
