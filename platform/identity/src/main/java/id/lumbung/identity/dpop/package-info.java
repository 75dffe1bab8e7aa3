/** Proofs by which a program shows that it holds a key (DPoP, RFC 9449). */
@NullMarked
package id.lumbung.identity.dpop;

import org.jspecify.annotations.NullMarked;
