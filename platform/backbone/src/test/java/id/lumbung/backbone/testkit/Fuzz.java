package id.lumbung.backbone.testkit;

import id.lumbung.backbone.security.AccessTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Spoils requests by chance. */
final class Fuzz {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ODD =
            List.of(
                    "",
                    "null",
                    "0",
                    "-1",
                    "9223372036854775808",
                    "1e400",
                    "NaN",
                    "true",
                    "..",
                    "../../etc/passwd",
                    "\u0000",
                    "\uD83C\uDF3E padi",
                    "\uFFFD\uD800",
                    "'; drop table sales; --",
                    "${jndi:ldap://127.0.0.1/x}",
                    "{\"$gt\": \"\"}",
                    "<script>alert(1)</script>",
                    "%00%0d%0aSet-Cookie: a=b",
                    "2026-02-30",
                    "-999999999-01-01",
                    "+999999999-12-31T23:59:59Z",
                    "Asia/Atlantis",
                    "1-1-1-1-1",
                    "x".repeat(5_000));

    private static final List<String> CONTENT_TYPES =
            List.of(
                    "",
                    "x",
                    "*/*",
                    ";",
                    "text/plain",
                    "text/html;charset=none-such",
                    "application/xml",
                    "application/cbor",
                    "application/octet-stream",
                    "application/x-ndjson",
                    "application/problem+json",
                    "application/json;charset=utf-16",
                    "application/json;charset=us-ascii",
                    "application/json;charset=\"",
                    "application/json; charset=utf-8; charset=utf-16",
                    "application/x-www-form-urlencoded",
                    "application/x-www-form-urlencoded;charset=utf-7",
                    "multipart/form-data",
                    "multipart/form-data;boundary=",
                    "multipart/form-data;boundary=x",
                    "multipart/mixed;boundary=\"x",
                    "multipart/related",
                    "message/http",
                    "image/png");

    private final Random random;

    Fuzz(Random random) {
        this.random = random;
    }

    private String odd() {
        return random.nextInt(4) == 0
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : ODD.get(random.nextInt(ODD.size()));
    }

    /** Of whoever may, mostly, or the request would not get far. */
    String token(AccessTable.Row row, Village village) {
        if (random.nextInt(10) == 0 || row.roles().isEmpty()) {
            return random.nextBoolean() ? "" : "x".repeat(random.nextInt(1, 3_000));
        }
        var roles = row.roles().stream().sorted().toList();
        return village.as(roles.get(random.nextInt(roles.size()))).token();
    }

    Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        if (random.nextInt(4) == 0) {
            headers.put(
                    "Accept",
                    List.of("*/*", "text/html", "x", ";", "application/*").get(random.nextInt(5)));
        }
        if (random.nextInt(4) == 0) {
            headers.put("Content-Type", CONTENT_TYPES.get(random.nextInt(CONTENT_TYPES.size())));
        }
        if (random.nextInt(8) == 0) {
            headers.put("traceparent", visible(odd()));
        }
        if (random.nextInt(8) == 0) {
            headers.put("Accept-Language", visible(odd()));
        }
        if (random.nextInt(8) == 0) {
            headers.put("X-Forwarded-For", visible(odd()));
        }
        if (random.nextInt(16) == 0) {
            headers.put("X-HTTP-Method-Override", "DELETE");
        }
        return headers;
    }

    /** As the client lets a header pass. */
    private static String visible(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    Http.Asked spoil(Http.Asked asked) {
        var method =
                random.nextInt(20) == 0
                        ? List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS")
                                .get(random.nextInt(7))
                        : asked.method();
        var path = asked.path();
        if (random.nextInt(3) == 0) {
            path = spoilPath(path);
        }
        if (random.nextInt(3) == 0) {
            path += (path.contains("?") ? "&" : "?") + spoilQuery();
        }
        return new Http.Asked(method, path, spoilBody(asked.body()), asked.contentType());
    }

    private String spoilPath(String path) {
        var query = path.indexOf('?');
        var parts = (query < 0 ? path : path.substring(0, query)).split("/", -1);
        parts[random.nextInt(parts.length)] = encoded(odd());
        var spoilt = String.join("/", parts);
        return (spoilt.startsWith("/") ? spoilt : "/" + spoilt)
                + (query < 0 ? "" : path.substring(query));
    }

    private String spoilQuery() {
        var names =
                List.of("cooperativeId", "from", "to", "zone", "after", "limit", "state", "year");
        return names.get(random.nextInt(names.size())) + "=" + encoded(odd());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String spoilBody(String body) {
        if (body.isEmpty()) {
            return random.nextInt(10) == 0 ? odd() : "";
        }
        return switch (random.nextInt(8)) {
            case 0 -> body.substring(0, random.nextInt(body.length()));
            case 1 -> odd();
            case 2 -> "[".repeat(random.nextInt(1, 2_000));
            case 3 -> body;
            default -> spoilJson(body);
        };
    }

    private String spoilJson(String body) {
        try {
            var tree = JSON.readTree(body);
            for (var i = random.nextInt(1, 4); i > 0; i--) {
                spoil(tree);
            }
            return tree.toString();
        } catch (JacksonException e) {
            return body;
        }
    }

    private void spoil(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            var names = List.copyOf(object.propertyNames());
            var name = names.get(random.nextInt(names.size()));
            if (object.get(name).isContainer() && random.nextInt(3) > 0) {
                spoil(object.get(name));
            } else if (random.nextInt(5) == 0) {
                var _ = object.remove(name);
            } else {
                object.set(random.nextInt(8) == 0 ? odd() : name, value());
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            var index = random.nextInt(array.size());
            if (array.get(index).isContainer() && random.nextInt(3) > 0) {
                spoil(array.get(index));
            } else {
                var _ = array.set(index, value());
            }
        }
    }

    private JsonNode value() {
        var make = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> make.nullNode();
            case 1 -> make.numberNode(random.nextLong());
            case 2 -> make.numberNode(random.nextDouble() * 1e300);
            case 3 -> make.booleanNode(random.nextBoolean());
            case 4 -> make.arrayNode().add(make.nullNode());
            case 5 -> make.objectNode().put(odd(), odd());
            case 6 -> make.numberNode(0);
            default -> make.stringNode(odd());
        };
    }
}
