package id.lumbung.gateway.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * How programs get tokens (OAuth 2.1): Spring Security's endpoints, which no controller shows and
 * the gateway passes on.
 */
@Component
class LoginApi implements OpenApiCustomizer {

    private static final String TAG = "login";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, String> TOKEN =
            Map.of(
                    "access_token", "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9…",
                    "refresh_token", "0b1c….Zk3…",
                    "token_type", "Bearer",
                    "expires_in", "899");
    private static final Map<String, String> REFUSED =
            Map.of(
                    "error", "use_dpop_nonce",
                    "error_description",
                            "The clock of this DPoP proof is more than five minutes off; take the nonce in DPoP-Nonce");

    @Override
    public void customise(OpenAPI document) {
        document.getInfo()
                .title("Lumbung")
                .description(
                        "How one logs in. The services have documents of their own: /api/<service>/v3/api-docs.");
        var _ =
                document.path("/oauth2/authorize", new PathItem().get(authorize()))
                        .path("/oauth2/token", new PathItem().post(token()))
                        .path("/oauth2/revoke", new PathItem().post(revoke()));
    }

    private static Operation authorize() {
        return operation("Send a person to log in; they come back to redirect_uri with a code")
                .addParametersItem(asked("response_type", "code"))
                .addParametersItem(asked("client_id", "lumbung-gerai"))
                .addParametersItem(asked("redirect_uri", "https://lumbung.example/kasir/"))
                .addParametersItem(asked("state", "4f1d"))
                .addParametersItem(
                        asked("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"))
                .addParametersItem(asked("code_challenge_method", "S256"))
                .addParametersItem(
                        asked("dpop_jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")
                                .required(false))
                .responses(
                        new ApiResponses()
                                .addApiResponse(
                                        "302",
                                        new ApiResponse()
                                                .description("To the login, or back with a code")));
    }

    private static Operation token() {
        var form =
                new ObjectSchema()
                        .addProperty("grant_type", text("refresh_token"))
                        .addProperty("client_id", text("lumbung-gerai"))
                        .addProperty("refresh_token", text("0b1c….Zk3…"))
                        .addProperty("code", text("").description("With authorization_code"))
                        .addProperty(
                                "redirect_uri", text("").description("With authorization_code"))
                        .addProperty(
                                "code_verifier", text("").description("With authorization_code"))
                        .addProperty("device_name", text("HP meja depan"));
        return operation(
                        "A token for a code, a refresh token, or an outlet's or a service's secret")
                .addParametersItem(
                        new HeaderParameter()
                                .name("DPoP")
                                .description(
                                        "Of lumbung-gerai and lumbung-anggota: a proof that the phone's key is there (RFC 9449)")
                                .schema(new StringSchema()))
                .requestBody(new RequestBody().required(true).content(content(FORM, form)))
                .responses(
                        new ApiResponses()
                                .addApiResponse("200", answer("The tokens", TOKEN))
                                .addApiResponse("400", answer("No token, and why", REFUSED)));
    }

    private static Operation revoke() {
        var form =
                new ObjectSchema()
                        .addProperty("client_id", text("lumbung-gerai"))
                        .addProperty("token", text("0b1c….Zk3…"));
        return operation("Give a login up")
                .requestBody(new RequestBody().required(true).content(content(FORM, form)))
                .responses(
                        new ApiResponses()
                                .addApiResponse(
                                        "200", new ApiResponse().description("It is over")));
    }

    private static Operation operation(String summary) {
        return new Operation().addTagsItem(TAG).summary(summary);
    }

    private static Parameter asked(String name, String example) {
        return new QueryParameter().name(name).required(true).schema(text(example));
    }

    private static Schema<?> text(String example) {
        var schema = new StringSchema();
        schema.setExample(example);
        return schema;
    }

    private static ApiResponse answer(String description, Map<String, String> example) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(JSON, new MediaType().example(example)));
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }
}
