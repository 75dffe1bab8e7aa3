package id.lumbung.village.life;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A member of a made-up village's cooperative.
 *
 * @param name made up; it goes to the membership office and nowhere else
 */
public record Member(UUID id, String name, LocalDate joinedOn) {}
