package id.lumbung.village.demo;

import id.lumbung.launcher.login.Login;
import id.lumbung.village.life.Village;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A token beside the ids of the village that it fits. */
record DescribedToken(Login.Token token, Village village) {

    String json() {
        return new JsonMapper().writeValueAsString(fields());
    }

    /** As variables of a shell, one a line. */
    String shell() {
        return fields().entrySet().stream()
                .map(it -> "%s='%s'".formatted(variable(it.getKey()), it.getValue()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String variable(String field) {
        return field.replaceFirst("Id$", "").toUpperCase(Locale.ROOT);
    }

    private Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        var _ = fields.put("token", token.value());
        var _ = fields.put("until", token.until().toString());
        var _ = fields.put("cooperativeId", village.cooperativeId());
        for (var outlet : village.outlets()) {
            var _ = fields.put(outlet.kind().toLowerCase(Locale.ROOT) + "Id", outlet.id());
        }
        var _ = fields.put("memberId", village.members().getFirst().id());
        return fields;
    }
}
