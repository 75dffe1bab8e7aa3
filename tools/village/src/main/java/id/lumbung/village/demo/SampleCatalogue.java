package id.lumbung.village.demo;

import id.lumbung.launcher.client.Gateway;
import id.lumbung.village.life.Village;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A catalogue of 110 medicines to show and to try. Each is marked as a sample: brands, numbers of
 * registration and prices are made up, and no real outlet may sell by them.
 */
final class SampleCatalogue {

    private SampleCatalogue() {}

    /**
     * Enters it as a manager does, from a file. Entered again, it changes nothing.
     *
     * @return how many products the file has
     */
    static int enter(Gateway manager, Village village) {
        var path =
                "/api/pharmacy/products/import?dryRun=false&cooperativeId="
                        + village.cooperativeId();
        return manager.postFile(path, file(), JsonNode.class).path("rows").asInt();
    }

    private static byte[] file() {
        try (var file = SampleCatalogue.class.getResourceAsStream("sample-medicines.csv")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
