package id.lumbung.backbone.security;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** A caller within one request, and what the table of this service granted it. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private transient @Nullable RequestGrant grant;

    CallerAuthentication(Caller caller) {
        super(authorities(caller));
        this.caller = caller;
        super.setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(Caller caller) {
        var authorities = new ArrayList<GrantedAuthority>();
        caller.roles()
                .forEach(
                        role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
        if (caller.is(Role.SERVICE)) {
            caller.scopes()
                    .forEach(
                            scope -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
        }
        return authorities;
    }

    /**
     * @return null outside a request that came with a token
     */
    static @Nullable CallerAuthentication find() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof CallerAuthentication found
                ? found
                : null;
    }

    static CallerAuthentication current() {
        var found = find();
        if (found == null) {
            throw new IllegalStateException("Nobody calls: this is not within a request");
        }
        return found;
    }

    Caller caller() {
        return caller;
    }

    @Nullable RequestGrant grant() {
        return grant;
    }

    void grant(RequestGrant grant) {
        this.grant = grant;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.subject();
    }

    /** The token itself is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
