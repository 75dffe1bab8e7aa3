package id.lumbung.edge.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a token whose signature counts. */
final class TokenClaims {

    private TokenClaims() {}

    /**
     * @throws ParseException and IllegalArgumentException where a claim is of another form
     */
    static VerifiedCaller read(JWTClaimsSet claims) throws ParseException {
        if (claims.getSubject().isBlank()) {
            throw new ParseException("The subject is blank", 0);
        }
        var client = claims.getStringClaim("client_id");
        return new VerifiedCaller(
                claims.getSubject(),
                client == null ? claims.getStringClaim("azp") : client,
                names(claims.getStringListClaim("roles")),
                id(claims.getStringClaim("cooperative_id")),
                ids(claims.getStringListClaim("cooperative_ids")),
                id(claims.getStringClaim("outlet_id")),
                id(claims.getStringClaim("member_id")),
                scopes(claims.getClaim("scope")),
                claims.getExpirationTime().toInstant());
    }

    private static Set<String> names(@Nullable List<String> texts) {
        return texts == null ? Set.of() : texts.stream().collect(Collectors.toUnmodifiableSet());
    }

    private static Set<UUID> ids(@Nullable List<String> texts) {
        return texts == null
                ? Set.of()
                : texts.stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    /** One text as RFC 9068 wants it, or a list as some issuers write. */
    private static Set<String> scopes(@Nullable Object scope) {
        return switch (scope) {
            case String text when !text.isBlank() -> Set.copyOf(Arrays.asList(text.split(" +")));
            case List<?> list ->
                    list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
            case null, default -> Set.of();
        };
    }
}
