package id.lumbung.backbone.security;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;

/**
 * Says in a service's API document what the code cannot say of itself there: who may do each
 * operation, as the access table has it, and with which problems it is refused.
 */
final class ApiDocument implements OpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String SCHEMA = "#/components/schemas/" + PROBLEM;

    private static final Map<String, String> OF_EVERY_OPERATION =
            Map.of(
                    "400", "The path, the query or the body cannot be read, or is not valid.",
                    "429", "Too many requests; come again after Retry-After.",
                    "500", "Something went wrong here; report the traceparent.",
                    "503", "The database, the issuer of tokens or the service is away.");
    private static final Map<String, String> WITH_A_TOKEN =
            Map.of(
                    "401", "There is no token, or it does not count.",
                    "403", "The role may not do this, or it belongs to others.",
                    "404", "There is no such thing, or it belongs to others.");
    private static final Map<String, String> WITH_A_BODY =
            Map.of(
                    "409", "A rule says no; the type names it. Nothing was recorded.",
                    "413", "The body is too large.",
                    "415", "The body is not JSON.",
                    "422", "A rule says no to what was sent; the type names it.");

    private final AccessTable table;

    ApiDocument(AccessTable table) {
        this.table = table;
    }

    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        document.getComponents().addSchemas(PROBLEM, problem());
        if (document.getPaths() != null) {
            document.getPaths()
                    .forEach((path, item) ->
                            item.readOperationsMap()
                                    .forEach((method, operation) ->
                                            describe(path, method, operation)));
        }
    }

    private void describe(String path, PathItem.HttpMethod method, Operation operation) {
        var row = table.find(HttpMethod.valueOf(method.name()), path);
        operation.setTags(List.of(path.split("/", 3)[1]));
        if (row != null) {
            operation.setDescription(
                    Optional.ofNullable(operation.getDescription())
                                    .map(it -> it + "\n\n")
                                    .orElse("")
                            + who(row));
        }
        var problems = new LinkedHashMap<>(OF_EVERY_OPERATION);
        if (row == null || row.where() != AccessTable.Where.OPEN) {
            problems.putAll(WITH_A_TOKEN);
        }
        if (operation.getRequestBody() != null) {
            problems.putAll(WITH_A_BODY);
        }
        problems.forEach(
                (status, words) -> operation.getResponses().putIfAbsent(status, response(words)));
    }

    private static String who(AccessTable.Row row) {
        if (row.where() == AccessTable.Where.OPEN) {
            return "Open to all.";
        }
        var roles = row.roles().stream().map(Role::name).sorted().collect(Collectors.joining(", "));
        var scope = row.scope() == null ? "" : "services with the scope `" + row.scope() + "`";
        return "May be done by: "
                + (roles.isEmpty() || scope.isEmpty() ? roles + scope : roles + "; " + scope)
                + ".";
    }

    private static ApiResponse response(String words) {
        return new ApiResponse()
                .description(words)
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref(SCHEMA))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457. Programs look at the type; the detail is for people.")
                .addProperty("type", new StringSchema().example("urn:lumbung:not-yours"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema());
    }
}
