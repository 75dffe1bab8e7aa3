package id.lumbung.pharmacy.licence;

import java.time.LocalDate;

/** What an outlet is from a date on. */
public record OutletTerm(LocalDate from, Capability capability, OutletStatus status) {}
