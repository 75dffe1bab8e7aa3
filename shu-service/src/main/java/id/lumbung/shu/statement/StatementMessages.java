package id.lumbung.shu.statement;

import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of the templates, in {@code resources/statement/messages*.properties}. */
final class StatementMessages {

    private StatementMessages() {}

    /** Indonesian where nothing else is said; a text that is missing in English is an error. */
    static MessageSource load() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("statement/messages");
        messages.setBundleClassLoader(StatementMessages.class.getClassLoader());
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
