package id.lumbung.membership.member;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.lumbung.backbone.money.Rupiah;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What shu-service says is due to a member, or may become due.
 *
 * @param unpaid parts of divided book years that were not paid, in rupiah
 * @param undecided book years whose surplus is not divided yet, and may give the member something
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SurplusDues(List<Unpaid> unpaid, List<Integer> undecided) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unpaid(int bookYear, Rupiah amount) {

        Unpaid {
            var _ = Objects.requireNonNull(amount);
        }
    }

    /** An answer that leaves out either list is none: it must not pass for "nothing is due". */
    SurplusDues {
        unpaid = List.copyOf(unpaid);
        undecided = List.copyOf(undecided);
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal where anything is due, or may become so
     */
    void requireNone() {
        if (unpaid.isEmpty() && undecided.isEmpty()) {
            return;
        }
        throw PersonRule.SURPLUS_NOT_PAID_OUT.because(
                "SHU masih menjadi hak anggota ini; yang sudah tidak dikenal tidak dapat dibayar. Belum dibayar: %s. Tahun buku yang belum dibagi: %s. Bayarkan dahulu, dan tunggu pembagian tahun itu."
                        .formatted(unpaidIn("tidak ada"), yearsOr("tidak ada")),
                "Surplus (SHU) is still the member's; who is nobody cannot be paid. Unpaid: %s. Book years not divided yet: %s. Pay it first, and await the division of those years."
                        .formatted(unpaidIn("none"), yearsOr("none")));
    }

    private String unpaidIn(String none) {
        return unpaid.isEmpty()
                ? none
                : unpaid.stream()
                        .map(part -> part.bookYear() + " (" + part.amount() + ")")
                        .collect(Collectors.joining(", "));
    }

    private String yearsOr(String none) {
        return undecided.isEmpty()
                ? none
                : undecided.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
