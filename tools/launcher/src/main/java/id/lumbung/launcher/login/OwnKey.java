package id.lumbung.launcher.login;

/**
 * What one of those proves itself by for whom the launcher acts.
 *
 * @param name username or client id
 */
record OwnKey(String name, String secret) {

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return name;
    }
}
