package id.lumbung.gateway.raw;

import java.nio.charset.StandardCharsets;

/**
 * A request as it stands on the wire, of Latin-1 characters.
 *
 * @param target for which the service is asked where it arrives
 * @param body that the service gets then
 */
record RawRequest(String kind, String target, String wire, String body, Fate fate) {

    byte[] bytes() {
        return wire.getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean isHead() {
        return wire.startsWith("HEAD ");
    }
}
