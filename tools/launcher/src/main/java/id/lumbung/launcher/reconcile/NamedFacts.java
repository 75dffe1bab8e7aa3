package id.lumbung.launcher.reconcile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/**
 * Some facts, of which the first are named.
 *
 * @param first the ids of some of them, by their services
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NamedFacts(long count, List<UUID> first) {}
