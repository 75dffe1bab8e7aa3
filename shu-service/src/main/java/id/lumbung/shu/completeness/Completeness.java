package id.lumbung.shu.completeness;

import java.time.*;
import java.util.*;
import org.springframework.stereotype.Component;

@Component
public class Completeness {
    public record Gate(String name, boolean holds, long figure, String detail) {}

    public record Check(Instant askedAt, boolean holds, List<Gate> gates) {}

    public Check check(UUID c, ZoneId z, Instant u) {
        return new Check(Instant.now(), true, List.of());
    }
}
