package id.lumbung.gateway.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * How programs get tokens (OAuth 2.1): Spring Security's endpoints, which no controller shows and
 * the gateway passes on.
 */
@Component
class LoginApi implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        document.getInfo()
                .title("Lumbung")
                .description(
                        "How one logs in. The services have documents of their own: /api/<service>/v3/api-docs.");
        var _ =
                document.path("/oauth2/authorize", new PathItem().get(authorize()))
                        .path("/oauth2/token", new PathItem().post(TokenOperation.of()))
                        .path("/oauth2/revoke", new PathItem().post(revoke()));
    }

    private static Operation authorize() {
        return Documented.operation(
                        "Send a person to log in; they come back to redirect_uri with a code")
                .addParametersItem(Documented.asked("response_type", "code"))
                .addParametersItem(Documented.asked("client_id", "lumbung-gerai"))
                .addParametersItem(
                        Documented.asked("redirect_uri", "https://lumbung.example/kasir/"))
                .addParametersItem(Documented.asked("state", "4f1d"))
                .addParametersItem(
                        Documented.asked(
                                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"))
                .addParametersItem(Documented.asked("code_challenge_method", "S256"))
                .addParametersItem(
                        Documented.asked("dpop_jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")
                                .required(false))
                .responses(
                        new ApiResponses()
                                .addApiResponse(
                                        "302",
                                        new ApiResponse()
                                                .description("To the login, or back with a code")));
    }

    private static Operation revoke() {
        var form =
                new ObjectSchema()
                        .addProperty("client_id", Documented.text("lumbung-gerai"))
                        .addProperty("token", Documented.text("0b1c….Zk3…"));
        return Documented.operation("Give a login up")
                .requestBody(Documented.form(form))
                .responses(
                        new ApiResponses()
                                .addApiResponse(
                                        "200", new ApiResponse().description("It is over")));
    }
}
