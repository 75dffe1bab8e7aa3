package id.lumbung.membership.identity;

/** A sentence for people. */
record Bilingual(String indonesian, String english) {}
