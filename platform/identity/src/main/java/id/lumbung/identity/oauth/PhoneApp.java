package id.lumbung.identity.oauth;

import id.lumbung.backbone.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The apps that stay logged in on a phone, by a key of it. */
enum PhoneApp {
    /** For people at an outlet, on its phones. */
    OUTLET(
            "lumbung-gerai",
            Set.of(Role.CASHIER, Role.PHARMACIST, Role.CLINICIAN, Role.MANAGER),
            List.of("/kasir/", "/klinik/", "/posyandu/")),
    /** For members, on their own phones. */
    MEMBER("lumbung-anggota", Set.of(Role.MEMBER), List.of("/anggota/"));

    /** Where a client keeps {@link #roles}. */
    static final String ROLES = "lumbung.roles";

    private final String clientId;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of and List.of.
    private final Set<Role> roles;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> pages;

    PhoneApp(String clientId, Set<Role> roles, List<String> pages) {
        this.clientId = clientId;
        this.roles = roles;
        this.pages = pages;
    }

    /** Whether a program is one of them. */
    static boolean is(String clientId) {
        return Arrays.stream(values()).anyMatch(app -> app.clientId.equals(clientId));
    }

    String clientId() {
        return clientId;
    }

    /** What a token for it may say that its holder is; a phone is lost more easily. */
    Set<Role> roles() {
        return roles;
    }

    /** To which a person is sent back, below the issuer's address. */
    List<String> pages() {
        return pages;
    }
}
