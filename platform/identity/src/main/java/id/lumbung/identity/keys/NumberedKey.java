package id.lumbung.identity.keys;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/**
 * @param number the first is 1
 */
record NumberedKey(long number, RSAKey pair, Instant signsFrom) {}
