package id.lumbung.gateway.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Kinds of requests, each of which makes one for a name. In the bodies stands another request,
 * whole and with a good token, that no service may ever get to see.
 */
final class RawKinds {

    /** In the target of a request that stands in another's body. */
    static final String SMUGGLED = "smuggled";

    static final String CRLF = "\r\n";

    interface Kind {
        RawRequest make(String name);
    }

    private final List<Kind> kinds = new ArrayList<>();
    private final Random random;
    private final String authorization;

    RawKinds(Random random, String token) {
        this.random = random;
        this.authorization = "Authorization: Bearer " + token + CRLF;
    }

    RawRequest any(String name) {
        return kinds.get(random.nextInt(kinds.size())).make(name);
    }

    void add(Kind kind) {
        kinds.add(kind);
    }

    /** Without a body; {@code %s} in the line is the path. */
    void lines(Fate fate, String... lines) {
        for (var line : lines) {
            add(name -> of(line, name, line.formatted(path(name)), "", "", "", fate));
        }
    }

    /** Without a body. */
    void heads(Fate fate, String method, String... headers) {
        for (var header : headers) {
            add(name -> of(header, name, line(method, name), header + CRLF, "", "", fate));
        }
    }

    /** With these bytes behind the head, of which the service should get this body. */
    void bodies(Fate fate, String header, String body, String... sent) {
        for (var bytes : sent) {
            var kind = header + " " + bytes;
            add(name -> of(kind, name, line("POST", name), header + CRLF, bytes, body, fate));
        }
    }

    /** With the length announced, in a line of this method and version. */
    void lengths(Fate fate, String line, String header) {
        add(name -> {
            var body = body();
            var headers = header + "Content-Length: " + body.length() + CRLF;
            return of(line + headers, name, line.formatted(path(name)), headers, body, body, fate);
        });
    }

    /** In chunks, under these headers. */
    void chunks(Fate fate, String... headers) {
        for (var header : headers) {
            add(name -> {
                var body = body();
                var sent = chunked(body, "", "");
                return of(header, name, line("POST", name), header + CRLF, sent, body, fate);
            });
        }
    }

    /**
     * A small body in chunks, with this behind each size (Tomcat takes 8 KB of it) and trailers.
     */
    void chunksWith(Fate fate, String extension, String trailers) {
        add(name -> {
            var body = body(1);
            var sent = chunked(body, extension, trailers);
            var header = "Transfer-Encoding: chunked" + CRLF;
            return of(header + trailers, name, line("POST", name), header, sent, body, fate);
        });
    }

    /** As it stands here: {@code %1$s} is the path, {@code %2$s} the line with the token. */
    void wires(Fate fate, String... wires) {
        for (var wire : wires) {
            add(name -> new RawRequest(wire, target(name), wire(wire, name), "", fate));
        }
    }

    String wire(String wire, String name) {
        return wire.formatted(path(name), authorization);
    }

    private static String line(String method, String name) {
        return method + " " + path(name) + " HTTP/1.1";
    }

    private static String path(String name) {
        return "/api/pharmacy" + target(name);
    }

    private static String target(String name) {
        return "/" + name;
    }

    private RawRequest of(
            String kind,
            String name,
            String line,
            String headers,
            String sent,
            String body,
            Fate fate) {
        var head = line + CRLF + "Host: localhost" + CRLF + authorization + headers + CRLF;
        return new RawRequest(kind, target(name), head + sent, body, fate);
    }

    private String body() {
        return body(random.nextInt(10) == 0 ? random.nextInt(60_000) : random.nextInt(20));
    }

    private String body(int before) {
        var smuggled =
                "PUT /api/pharmacy/%s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: 0\r\n\r\n"
                        .formatted(SMUGGLED, authorization);
        return "x".repeat(before) + CRLF + smuggled + "y".repeat(random.nextInt(20));
    }

    private String chunked(String body, String extension, String trailers) {
        var chunks = new StringBuilder();
        for (int from = 0; from < body.length(); ) {
            var to = Math.min(body.length(), from + 1 + random.nextInt(60));
            var size = Integer.toHexString(to - from);
            chunks.append("0".repeat(random.nextInt(3)))
                    .append(random.nextBoolean() ? size : size.toUpperCase(Locale.ROOT))
                    .append(extension)
                    .append(CRLF)
                    .append(body, from, to)
                    .append(CRLF);
            from = to;
        }
        return chunks + "0" + CRLF + trailers + CRLF;
    }
}
