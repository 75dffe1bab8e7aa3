package id.lumbung.shu.explanation;

import java.time.LocalDate;

/**
 * What was held from the end of a day on.
 *
 * @param held rupiah of the savings that the policy counts
 */
public record CapitalBalance(LocalDate from, long held) {}
