package id.lumbung.edge.problem;

/** The same in both languages that people are spoken to in; a sentence, or a part of one. */
public record Bilingual(String indonesian, String english) {}
