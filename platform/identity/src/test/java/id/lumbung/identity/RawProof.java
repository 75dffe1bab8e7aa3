package id.lumbung.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A DPoP proof (RFC 9449), written by hand; what is changed in it is signed as it then stands. */
public record RawProof(RawKey key, Map<String, Object> header, Map<String, Object> claims) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A right one. */
    public static RawProof by(RawKey key, String address) {
        var header = new LinkedHashMap<String, Object>();
        header.put("typ", "dpop+jwt");
        header.put("alg", "ES256");
        header.put("jwk", JSON.readTree(key.jwk()));
        var claims = new LinkedHashMap<String, Object>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", "POST");
        claims.put("htu", address);
        claims.put("iat", Instant.now().getEpochSecond());
        return new RawProof(key, header, claims);
    }

    public RawProof madeAt(Duration fromNow) {
        return claim("iat", Instant.now().plus(fromNow).getEpochSecond());
    }

    /**
     * @param value null to leave it out
     */
    public RawProof claim(String name, Object value) {
        return new RawProof(key, header, with(claims, name, value));
    }

    /**
     * @param value null to leave it out
     */
    public RawProof header(String name, Object value) {
        return new RawProof(key, with(header, name, value), claims);
    }

    public RawProof jwk(String jwk) {
        JsonNode read = JSON.readTree(jwk);
        return header("jwk", read);
    }

    private static Map<String, Object> with(Map<String, Object> before, String name, Object value) {
        var next = new LinkedHashMap<>(before);
        if (value == null) {
            next.remove(name);
        } else {
            next.put(name, value);
        }
        return next;
    }

    /** Signed by the key; where the header says HS256, with the public key for a secret. */
    public String text() {
        var signed = part(header) + "." + part(claims);
        return signed
                + "."
                + switch (String.valueOf(header.get("alg"))) {
                    case "none" -> "";
                    case "HS256" -> RawKey.base64(mac(signed));
                    default -> RawKey.base64(key.sign(signed));
                };
    }

    private byte[] mac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.jwk().getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, Object> json) {
        return RawKey.base64(JSON.writeValueAsString(json).getBytes(UTF_8));
    }
}
