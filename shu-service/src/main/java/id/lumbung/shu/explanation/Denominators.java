package id.lumbung.shu.explanation;

/** What members' business and capital are measured against. */
record Denominators(long business, long capital) {}
