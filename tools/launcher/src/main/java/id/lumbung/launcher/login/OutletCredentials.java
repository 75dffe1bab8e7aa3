package id.lumbung.launcher.login;

/** What an outlet's app gets its tokens with. */
record OutletCredentials(String clientId, String clientSecret) {}
