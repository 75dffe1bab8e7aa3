package id.lumbung.identity.login;

/** A sentence for people. */
record Bilingual(String indonesian, String english) {}
