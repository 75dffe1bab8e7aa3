package id.lumbung.pharmacy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Role;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.pharmacy.catalogue.Medicine;
import id.lumbung.pharmacy.catalogue.MedicineClass;
import id.lumbung.retail.catalogue.CeilingPrice;
import id.lumbung.retail.catalogue.Packs;
import id.lumbung.retail.catalogue.PriceList;
import id.lumbung.retail.catalogue.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An outlet of a cooperative of its own, and what a test asks of it. */
public final class Apotek {

    private static final JsonMapper JSON = new JsonMapper();

    public final UUID cooperative = UUID.randomUUID();
    public final UUID outlet;
    private final RestTestClient http;
    private final MongoOperations mongo;

    public Apotek(RestTestClient http, MongoOperations mongo) {
        this.http = http;
        this.mongo = mongo;
        this.outlet = UUID.randomUUID();
    }

    /** A status and a body. */
    public record Answer(int status, JsonNode body) {

        public String slug() {
            return body.path("type").asString("").replace("urn:lumbung:", "");
        }
    }

    public UUID product(MedicineClass of) {
        return product(of, Map.of(), List.of(), PriceList.NONE);
    }

    public UUID product(
            MedicineClass of,
            Map<String, String> traits,
            List<CeilingPrice> ceilings,
            PriceList prices) {
        var id = UUID.randomUUID();
        var all = new HashMap<>(traits);
        all.put(Medicine.CLASS, of.name());
        var product =
                new Product(
                        id,
                        cooperative,
                        "P-" + id,
                        "Product " + id,
                        Packs.single("tablet"),
                        List.of(),
                        prices,
                        ceilings,
                        all,
                        true,
                        0,
                        Instant.parse("2026-01-01T00:00:00Z"));
        var document = new Document();
        mongo.getConverter().write(product, document);
        var _ = mongo.getCollection("products").insertOne(document);
        return id;
    }

    public static CeilingPrice listPrice(long amount, long units) {
        return new CeilingPrice(LocalDate.parse("2020-01-01"), Rupiah.of(amount), units, false);
    }

    public RestTestClient as(Role role, String subject, UUID atOutlet) {
        return Tokens.as(role).in(cooperative).at(atOutlet).with("sub", subject).on(http);
    }

    @CanIgnoreReturnValue
    public Answer put(Role role, String path, String body) {
        return put(as(role, "tester", outlet), path, body);
    }

    @CanIgnoreReturnValue
    public Answer put(RestTestClient by, String path, String body) {
        return read(
                by.put()
                        .uri(path)
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body));
    }

    @CanIgnoreReturnValue
    public Answer post(Role role, String path, String body) {
        return read(
                as(role, "tester", outlet)
                        .post()
                        .uri(path)
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body));
    }

    public Answer get(Role role, String path) {
        return get(role, outlet, path);
    }

    /** Of another of the cooperative's outlets. */
    public Answer get(Role role, UUID atOutlet, String path) {
        var where =
                "%scooperativeId=%s&outletId=%s"
                        .formatted(path.contains("?") ? "&" : "?", cooperative, atOutlet);
        return read(
                as(role, "tester", atOutlet)
                        .get()
                        .uri(path + where)
                        .header("Accept-Language", "en"));
    }

    private static Answer read(RestTestClient.RequestHeadersSpec<?> asked) {
        var result = asked.exchange().returnResult(String.class);
        var body = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                JSON.readTree(body == null || body.isBlank() ? "null" : body));
    }

    /** Opens the outlet as a pharmacy in the east. */
    @CanIgnoreReturnValue
    public Apotek open(String capability) {
        var answer =
                put(
                        Role.MANAGER,
                        "/outlet-profile",
                        """
                        {"cooperativeId": "%s", "outletId": "%s", "zone": "WIT", "capability": "%s",
                         "status": "OPEN", "from": "2020-01-01", "stopDaysBeforeExpiry": 0}\
                        """
                                .formatted(cooperative, outlet, capability));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return this;
    }

    /** An act on stock at an outlet; {@code more} are further fields, each followed by a comma. */
    public String act(String kind, UUID atOutlet, String more, String at, String... lines) {
        return """
        {"cooperativeId": "%s", "outletId": "%s", "kind": "%s", %s "at": "%s", "lines": [%s]}\
        """
                .formatted(cooperative, atOutlet, kind, more, at, String.join(",", lines));
    }

    public static String line(
            UUID product, String batch, String expiry, long quantity, String more) {
        return """
        {"productId": "%s", "batch": "%s", "expiry": "%s", "quantity": %d%s}\
        """
                .formatted(product, batch, expiry, quantity, more);
    }

    /** Receives goods at an outlet from a supplier. */
    @CanIgnoreReturnValue
    public Answer receive(
            UUID id,
            UUID product,
            String batch,
            String expiry,
            long quantity,
            long cost,
            String at) {
        return put(
                Role.PHARMACIST,
                "/stock/acts/" + id,
                act(
                        "RECEIVED",
                        outlet,
                        "\"reference\": \"F-1\", \"supplier\": \"PBF Sehat\",",
                        at,
                        line(product, batch, expiry, quantity, ", \"cost\": " + cost)));
    }

    public JsonNode balance(UUID product) {
        return get(Role.PHARMACIST, "/stock/balances?productId=" + product).body().path(0);
    }
}
