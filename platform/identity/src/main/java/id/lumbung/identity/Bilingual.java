package id.lumbung.identity;

/** A sentence for people. */
record Bilingual(String indonesian, String english) {}
