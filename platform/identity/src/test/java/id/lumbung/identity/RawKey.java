package id.lumbung.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A pair of keys on P-256, as a browser makes one; no library reads or writes it. */
public final class RawKey {

    private static final int BYTES = 32;

    private final KeyPair pair;

    RawKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as a JWK, its members in the order of RFC 7638. */
    public String jwk() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return """
        {"crv":"P-256","kty":"EC","x":"%s","y":"%s"}\
        """
                .formatted(
                        coordinate(point.getAffineX().toByteArray()),
                        coordinate(point.getAffineY().toByteArray()));
    }

    /** The private key as well. */
    public String privateJwk() {
        var secret = ((ECPrivateKey) pair.getPrivate()).getS().toByteArray();
        return jwk().replace("}", ",\"d\":\"" + coordinate(secret) + "\"}");
    }

    public String thumbprint() {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(jwk().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String coordinate(byte[] number) {
        var fixed = new byte[BYTES];
        var length = Math.min(BYTES, number.length);
        System.arraycopy(number, number.length - length, fixed, BYTES - length, length);
        return base64(fixed);
    }
}
