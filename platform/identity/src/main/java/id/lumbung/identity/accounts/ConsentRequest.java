package id.lumbung.identity.accounts;

import jakarta.validation.constraints.NotNull;

/**
 * @param version of the login as it was shown to whoever consents
 */
record ConsentRequest(@NotNull Long version) {}
