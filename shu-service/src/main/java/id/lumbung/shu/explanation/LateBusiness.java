package id.lumbung.shu.explanation;

import java.time.LocalDate;

/** Business of an earlier year that arrived after that had closed. */
public record LateBusiness(LocalDate on, long amount) {}
