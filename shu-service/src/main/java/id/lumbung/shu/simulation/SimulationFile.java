package id.lumbung.shu.simulation;

import id.lumbung.edge.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code lumbung shu simulate}: the simulation of a file, without any service. Exit code 2 where
 * the file breaks a rule; then nothing is on standard output.
 */
public final class SimulationFile {

    private static final int BROKEN_RULE = 2;

    /** As strict as the services are. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    private SimulationFile() {}

    /**
     * @param args the file, and {@code --json} for one line of JSON
     */
    public static void main(String[] args) {
        System.exit(run(Path.of(args[0]), Arrays.asList(args).contains("--json")));
    }

    private static int run(Path file, boolean json) {
        try {
            var outcome = JSON.readValue(Files.readAllBytes(file), Simulation.class).outcome();
            System.out.println(json ? JSON.writeValueAsString(outcome) : table(outcome));
            return 0;
        } catch (Refusal e) {
            System.err.println(e.slug() + ": " + e.detail());
        } catch (DatabindException e) {
            var field =
                    e.getPath().stream()
                            .map(part ->
                                    part.getPropertyName() == null
                                            ? "[" + part.getIndex() + "]"
                                            : part.getPropertyName())
                            .reduce((before, next) ->
                                    next.startsWith("[") ? before + next : before + "." + next)
                            .orElse("the whole");
            System.err.printf(
                    "unreadable: %s: '%s' is unknown or of the wrong kind (line %d). Amounts are whole rupiah.%n",
                    file, field, e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        } catch (JacksonException e) {
            System.err.printf(
                    "unreadable: %s is not JSON (line %d, column %d).%n",
                    file, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        } catch (IOException e) {
            System.err.printf("unreadable: %s cannot be read.%n", file);
        }
        return BROKEN_RULE;
    }

    private static String table(Simulation.Outcome outcome) {
        var text = new StringBuilder();
        line(text, "bagian desa / village share", outcome.villageShare().amount());
        outcome.funds().forEach((fund, amount) -> line(text, fund, amount.amount()));
        text.append(
                "%n%-30s %20s %20s %20s%n"
                        .formatted(
                                "anggota / member",
                                "modal / capital",
                                "usaha / patronage",
                                "jumlah / total"));
        outcome.members()
                .forEach(member ->
                        text.append(
                                "%-30s %20s %20s %20s%n"
                                        .formatted(
                                                member.id(),
                                                rupiah(member.capital().amount()),
                                                rupiah(member.patronage().amount()),
                                                rupiah(member.total().amount()))));
        line(text, "sisa / remainder", outcome.remainder().amount());
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String what, long amount) {
        text.append("%-30s %20s%n".formatted(what, rupiah(amount)));
    }

    private static String rupiah(long amount) {
        return "Rp" + String.format(Locale.of("id", "ID"), "%,d", amount);
    }
}
