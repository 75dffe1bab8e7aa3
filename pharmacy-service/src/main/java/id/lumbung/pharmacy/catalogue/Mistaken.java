package id.lumbung.pharmacy.catalogue;

import java.util.UUID;

/**
 * A product that looks or sounds alike.
 *
 * @param why in Indonesian, for the shelf
 */
record Mistaken(UUID id, String code, String name, String why) {}
