package id.lumbung.edge.problem;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The same in both languages that people are spoken to in; a sentence, or a part of one. */
public record Bilingual(String indonesian, String english) {

    /** In the language that the request at hand asks for, and in both where it asks for none. */
    public String forCaller() {
        var language =
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes it
                        ? Language.of(it.getRequest())
                        : Language.BOTH;
        return language.choose(indonesian, english);
    }
}
