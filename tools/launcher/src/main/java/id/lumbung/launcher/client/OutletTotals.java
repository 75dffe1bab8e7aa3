package id.lumbung.launcher.client;

import java.util.List;
import java.util.UUID;

/**
 * @param pending facts that the service has stored and not yet published
 */
public record OutletTotals(UUID outletId, long pending, List<ControlDay> days) {}
