package id.lumbung.shu.division;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The parts of all members, summed up and digested one after the other. */
final class Parts {

    private final MessageDigest sha256 = Sha256.digest();
    private Rupiah sum = Rupiah.ZERO;
    private long entitled;

    void add(Entitlement part) {
        if (part.eligibility() != Eligibility.SHARES) {
            return;
        }
        sum = sum.plus(part.total());
        if (part.total().isMoreThan(Rupiah.ZERO)) {
            entitled++;
        }
        sha256.update(line(part).getBytes(US_ASCII));
    }

    /** Joined by hand: a format would write the digits of the machine's language. */
    private static String line(Entitlement part) {
        return part.memberId()
                + ","
                + part.business()
                + ","
                + part.capital()
                + ","
                + part.patronagePart().amount()
                + ","
                + part.capitalPart().amount()
                + "\n";
    }

    Rupiah sum() {
        return sum;
    }

    long entitled() {
        return entitled;
    }

    String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
