package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Role;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an officer asks for a person; see {@link Place}. */
record LoginRequest(
        @NotNull
                @Pattern(
                        regexp = "[a-z0-9][a-z0-9._@-]{2,63}",
                        message = "{id.lumbung.identity.username}")
                String username,
        @NotEmpty @Size(max = 11) Set<@NotNull Role> roles,
        @Nullable UUID cooperativeId,
        @Nullable @Size(max = LoginRequest.MAX_COOPERATIVES) Set<@NotNull UUID> cooperativeIds,
        @Nullable UUID outletId,
        @Nullable UUID memberId) {

    /** More do not fit into a token that services read (8,192 characters). */
    static final int MAX_COOPERATIVES = 120;

    Place place() {
        return new Place(
                username,
                Set.copyOf(roles),
                cooperativeId,
                cooperativeIds == null ? Set.of() : Set.copyOf(cooperativeIds),
                outletId,
                memberId);
    }
}
