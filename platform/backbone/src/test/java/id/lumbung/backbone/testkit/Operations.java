package id.lumbung.backbone.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations of an OpenAPI document, and requests made from their schemas. */
record Operations(JsonNode document) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final int DEEPEST = 8;

    record Operation(String method, String path, JsonNode content) {

        String name() {
            return method + " " + path;
        }
    }

    static Operations read(String document) {
        return new Operations(JSON.readTree(document));
    }

    List<Operation> all() {
        var all = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method ->
                                        all.add(
                                                new Operation(
                                                        method.getKey()
                                                                .toUpperCase(java.util.Locale.ROOT),
                                                        path.getKey(),
                                                        method.getValue()))));
        return all;
    }

    /**
     * A request that means something to the village.
     *
     * @param cooperativeVariable of the path that holds the cooperative; blank for the usual one
     */
    Http.Asked request(Operation operation, Village village, String cooperativeVariable) {
        var parameters = new HashMap<String, JsonNode>();
        var query = new StringBuilder();
        for (var parameter : operation.content().path("parameters")) {
            var name = parameter.path("name").asString();
            var value = value(name, parameter.path("schema"), village, 0);
            parameters.put(name, value);
            if (parameter.path("in").asString().equals("query")
                    && (parameter.path("required").asBoolean(false)
                            || name.equals("cooperativeId"))) {
                query.append(query.isEmpty() ? "?" : "&").append(name).append('=');
                query.append(value.asString());
            }
        }
        var path =
                VARIABLE.matcher(operation.path())
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        variable(
                                                found.group(1),
                                                operation,
                                                village,
                                                cooperativeVariable,
                                                parameters)));
        return new Http.Asked(
                operation.method(), path + query, body(operation, village), "application/json");
    }

    private static String variable(
            String name,
            Operation operation,
            Village village,
            String cooperativeVariable,
            Map<String, JsonNode> parameters) {
        if (name.equals(cooperativeVariable)) {
            return village.cooperative().toString();
        }
        var id = village.ids().get(operation.name());
        if (id != null && name.equals("id")) {
            return id;
        }
        return parameters.getOrDefault(name, JsonNodeFactory.instance.stringNode("x")).asString();
    }

    private String body(Operation operation, Village village) {
        var made = village.bodies().get(operation.name());
        if (made != null) {
            return made;
        }
        var schema =
                operation
                        .content()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
        return schema.isMissingNode() ? "" : value("", schema, village, 0).toString();
    }

    private JsonNode value(String name, JsonNode schema, Village village, int depth) {
        var make = JsonNodeFactory.instance;
        switch (name) {
            case "cooperativeId" -> {
                return make.stringNode(village.cooperative().toString());
            }
            case "outletId" -> {
                return make.stringNode(village.outlet().toString());
            }
            case "memberId" -> {
                return make.stringNode(village.member().toString());
            }
            default -> {}
        }
        if (schema.has("$ref")) {
            return value(
                    name, document.at(schema.path("$ref").asString().substring(1)), village, depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (schema.has("default")) {
            return schema.path("default");
        }
        return switch (type(schema)) {
            case "object" -> {
                ObjectNode object = make.objectNode();
                if (depth < DEEPEST) {
                    schema.path("properties")
                            .properties()
                            .forEach(it ->
                                    object.set(
                                            it.getKey(),
                                            value(it.getKey(), it.getValue(), village, depth + 1)));
                }
                yield object;
            }
            case "array" ->
                    depth < DEEPEST
                            ? make.arrayNode()
                                    .add(value("", schema.path("items"), village, depth + 1))
                            : make.arrayNode();
            case "integer" -> make.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
            case "number" -> make.numberNode(1);
            case "boolean" -> make.booleanNode(true);
            default ->
                    make.stringNode(
                            switch (schema.path("format").asString("")) {
                                case "uuid" -> UUID.randomUUID().toString();
                                case "date" -> "2026-03-01";
                                case "date-time" -> "2026-03-01T03:00:00Z";
                                default -> "x";
                            });
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            for (var one : type) {
                if (!one.asString().equals("null")) {
                    return one.asString();
                }
            }
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }
}
