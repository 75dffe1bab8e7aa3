package id.lumbung.gateway.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;

/** The parts of an API document that is written by hand. */
final class Documented {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TAG = "login";

    private Documented() {}

    static Operation operation(String summary) {
        return new Operation().addTagsItem(TAG).summary(summary);
    }

    static Parameter asked(String name, String example) {
        return new QueryParameter().name(name).required(true).schema(text(example));
    }

    static Schema<?> text(String example) {
        var schema = new StringSchema();
        schema.setExample(example);
        return schema;
    }

    static ApiResponse answer(String description, Map<String, String> example) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(JSON, new MediaType().example(example)));
    }

    static RequestBody form(Schema<?> schema) {
        var content = new Content().addMediaType(FORM, new MediaType().schema(schema));
        return new RequestBody().required(true).content(content);
    }
}
