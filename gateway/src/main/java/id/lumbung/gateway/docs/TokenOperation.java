package id.lumbung.gateway.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;

/** The address at which programs ask for tokens. */
final class TokenOperation {

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

    private TokenOperation() {}

    static Operation of() {
        var form =
                new ObjectSchema()
                        .addProperty("grant_type", Documented.text("refresh_token"))
                        .addProperty("client_id", Documented.text("lumbung-gerai"))
                        .addProperty("refresh_token", Documented.text("0b1c….Zk3…"))
                        .addProperty(
                                "code", Documented.text("").description("With authorization_code"))
                        .addProperty(
                                "redirect_uri",
                                Documented.text("").description("With authorization_code"))
                        .addProperty(
                                "code_verifier",
                                Documented.text("").description("With authorization_code"))
                        .addProperty("device_name", Documented.text("HP meja depan"));
        return Documented.operation(
                        "A token for a code, a refresh token, or an outlet's or a service's secret")
                .addParametersItem(
                        new HeaderParameter()
                                .name("DPoP")
                                .description(
                                        "Of lumbung-gerai and lumbung-anggota: a proof that the phone's key is there (RFC 9449)")
                                .schema(new StringSchema()))
                .requestBody(Documented.form(form))
                .responses(
                        new ApiResponses()
                                .addApiResponse("200", Documented.answer("The tokens", TOKEN))
                                .addApiResponse(
                                        "400", Documented.answer("No token, and why", REFUSED)));
    }
}
