package id.lumbung.gateway.raw;

import static id.lumbung.gateway.raw.Fate.NEVER;
import static id.lumbung.gateway.raw.Fate.NEVER_AND_LAST;
import static id.lumbung.gateway.raw.Fate.ONCE;
import static id.lumbung.gateway.raw.Fate.ONCE_AND_LAST;
import static id.lumbung.gateway.raw.Fate.PERHAPS;
import static id.lumbung.gateway.raw.Fate.PERHAPS_AND_LAST;

import java.util.Random;

/** Requests of every odd kind, each with a target of its own; every second one is whole. */
final class RawRequests {

    /** Of a request with any byte changed nobody knows where it goes; it stands alone. */
    static final String MUTATED = "/mutated-";

    private static final String CHUNKED = "Transfer-Encoding: chunked";

    private final Random random;
    private final RawKinds whole;
    private final RawKinds odd;
    private int made;

    RawRequests(Random random, String token) {
        this.random = random;
        this.whole = new RawKinds(random, token);
        this.odd = new RawKinds(random, token);
        whole(whole);
        refused(odd);
        targets(odd);
        lengthsInDoubt(odd);
        chunksInDoubt(odd);
        oddHeads(odd);
        for (int each = 0; each < 20; each++) {
            odd.add(this::mutated);
        }
    }

    RawRequest next() {
        made++;
        return (random.nextBoolean() ? whole : odd).any("%08d".formatted(made));
    }

    private static void whole(RawKinds kinds) {
        kinds.heads(
                ONCE,
                "GET",
                "Accept: */*",
                "X-Empty:",
                "X-Space:   \t a \t ",
                "x-LOWER: " + "z".repeat(4_000),
                "Connection: Upgrade\r\nUpgrade: websocket",
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
                "Connection: X-Hop\r\nX-Hop: 1",
                "X-Many: 1" + "\r\nX-Many: 2".repeat(80));
        kinds.heads(ONCE, "HEAD", "Accept: */*");
        kinds.heads(ONCE, "DELETE", "Accept: */*");
        kinds.heads(ONCE, "PUT", "Content-Length: 0");
        kinds.heads(ONCE_AND_LAST, "GET", "Connection: close");
        kinds.lines(ONCE, "\r\n\r\nGET %s HTTP/1.1", "GET http://localhost%s HTTP/1.1");
        kinds.lines(ONCE_AND_LAST, "GET %s HTTP/1.0");
        kinds.lengths(ONCE_AND_LAST, "PUT %s HTTP/1.0", "");
        for (int each = 0; each < 5; each++) {
            kinds.lengths(ONCE, "PUT %s HTTP/1.1", "");
            kinds.chunks(ONCE, CHUNKED);
        }
        kinds.lengths(ONCE, "PUT %s HTTP/1.1", "Expect: 100-continue\r\n");
        kinds.chunks(ONCE, "transfer-encoding:Chunked", CHUNKED + "\r\nTrailer: X-Trailer");
        kinds.chunksWith(ONCE, ";a=b;c=\"d\"", "");
        kinds.chunksWith(
                ONCE, "", "X-Trailer: 1\r\nContent-Length: 7\r\nTransfer-Encoding: gzip\r\n");
    }

    private static void refused(RawKinds kinds) {
        kinds.wires(
                NEVER,
                "GET %1$s HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET %1$s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n\r\n");
        kinds.heads(NEVER, "GET", "Authorization: Basic eDp5", "Expect: the unexpected");
        kinds.heads(NEVER, "TRACE", "Max-Forwards: 0");
        kinds.heads(NEVER_AND_LAST, "PUT", "Content-Length: 3000000");
    }

    private static void targets(RawKinds kinds) {
        for (var target :
                new String[] {
                    "/api/pharmacy/../shu/x",
                    "/api/pharmacy/%%2e%%2e/x",
                    "/api//pharmacy/x",
                    "/api/pharmacy/x;y",
                    "/api/pharmacy/%%2f",
                    "/api/pharmacy/%%5c",
                    "/api/pharmacy/%%zz",
                    "/api/pharmacy/%%",
                    "/api/pharmacy/\\x",
                    "/api/pharmacy/%%00",
                    "/api/nobody/x",
                    "/api",
                    "//",
                    "/api/pharmacy/actuator/health",
                    "/api/membership/login",
                    "*",
                    "localhost:443",
                    "http://",
                    "http:///x",
                    "ftp://localhost/x",
                    "",
                    "?",
                    "x",
                    "/a|b",
                    "/\u00e9",
                    "/<x>",
                    "http://[::1/x",
                    "http://a@b@c/x",
                    "http://localhost:99999999/x"
                }) {
            for (var method : new String[] {"GET", "OPTIONS", "CONNECT", "PUT"}) {
                kinds.lines(NEVER, method + " " + target + " HTTP/1.1");
            }
        }
    }

    private static void lengthsInDoubt(RawKinds kinds) {
        for (var length :
                new String[] {
                    "+5",
                    "-1",
                    "0x5",
                    "5 5",
                    "",
                    "18446744073709551617",
                    "5,6",
                    "5, 5, 6",
                    "five",
                    "5;",
                    "5\u00a0",
                    "5\r\nContent-Length: 6",
                    "0\r\nContent-Length: 60"
                }) {
            kinds.bodies(NEVER_AND_LAST, "Content-Length: " + length, "", "abcde");
        }
        kinds.bodies(NEVER_AND_LAST, "Content-Length: 900000", "", "abc");
        kinds.bodies(PERHAPS_AND_LAST, "Content-Length: 2\r\nContent-Length: 2", "ab", "ab");
        kinds.bodies(PERHAPS_AND_LAST, "Content-Length: 2, 2", "ab", "ab");
        kinds.chunks(
                PERHAPS_AND_LAST,
                "Content-Length: 3\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 300");
    }

    private static void chunksInDoubt(RawKinds kinds) {
        for (var coding :
                new String[] {
                    "chunked, chunked",
                    "identity, chunked",
                    "gzip",
                    "xchunked",
                    "chunked;q=1",
                    "\u000bchunked",
                    "chunked, gzip",
                    "gzip, chunked",
                    "chunked\r\nTransfer-Encoding: identity",
                    "",
                    "\"chunked\""
                }) {
            kinds.chunks(PERHAPS_AND_LAST, "Transfer-Encoding: " + coding);
        }
        for (var coding : new String[] {"chunked,", ",chunked", "\r\n chunked", "\t chunked \t"}) {
            kinds.chunks(PERHAPS, "Transfer-Encoding: " + coding);
        }
        kinds.chunks(
                NEVER_AND_LAST,
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\t: chunked",
                "Transfer_Encoding: chunked\r\nX Y: z");
        // A header folded into the one before is not there, and its chunks are no request.
        kinds.bodies(
                PERHAPS_AND_LAST,
                "X: y\r\n Transfer-Encoding: chunked",
                "",
                "3\r\nabc\r\n0\r\n\r\n");
        kinds.bodies(
                NEVER_AND_LAST,
                CHUNKED,
                "",
                "G\r\nabc\r\n0\r\n\r\n",
                "-1\r\nabc\r\n0\r\n\r\n",
                "0x3\r\nabc\r\n0\r\n\r\n",
                "\r\nabc\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFFF\r\nabc",
                "80000000\r\nabc",
                "3\r\nabcd\r\n0\r\n\r\n",
                "3\r\nabc",
                "3\r\nabc\r\n",
                "3\r\nabc\r\n0\r\n",
                "3",
                "3\r\nabc0\r\n\r\n",
                "3\r\nab\r\n0\r\n\r\n",
                "3\r\nabc\r\n0\r\nX Y\r\n\r\n",
                "3;" + "e".repeat(20_000) + "\r\nabc\r\n0\r\n\r\n",
                "3\r\nabc\r\n0\r\nX: " + "t".repeat(20_000) + "\r\n\r\n");
        kinds.bodies(
                PERHAPS_AND_LAST,
                CHUNKED,
                "abc",
                "3 \r\nabc\r\n0\r\n\r\n",
                "3\nabc\n0\n\n",
                "3\r\nabc\n0\r\n\r\n",
                "3\r\nabc\r\n0\n\n");
        kinds.bodies(
                PERHAPS, CHUNKED, "abc", "3\r\nabc\r\n00000000\r\n\r\n", "3;\r\nabc\r\n0\r\n\r\n");
        kinds.lengths(PERHAPS_AND_LAST, "POST %s HTTP/1.0", "Transfer-Encoding: chunked\r\n");
    }

    private static void oddHeads(RawKinds kinds) {
        kinds.lines(
                PERHAPS_AND_LAST,
                "GET %s",
                "GET %s HTTP/9.9",
                "GET %s HTTP/2.0",
                "GET %s HTTP/1.1 ",
                "GET %s HTTP/1.1 x",
                "GET %s HTTP/",
                "GET %s http/1.1",
                "%s",
                "GET",
                "\u0000GET %s HTTP/1.1",
                "G(T %s HTTP/1.1",
                "GET %s HTTP/1.1\r",
                "GET %s\u0000 HTTP/1.1",
                "\u0016\u0003\u0001\u0002",
                "PRI * HTTP/2.0");
        kinds.lines(PERHAPS, "GET  %s HTTP/1.1", "GET\t%s HTTP/1.1", "get %s HTTP/1.1");
        kinds.heads(
                NEVER_AND_LAST,
                "GET",
                "X-Huge: " + "h".repeat(40_000),
                "X: y" + "\r\nX: y".repeat(300),
                "X\u0000: y",
                ": y",
                "X-No-Colon",
                "X-Y: a\u0000b",
                "X-Y: a\rb",
                "X(Y): z");
        kinds.heads(PERHAPS_AND_LAST, "GET", "Host: other", "Host: ", "\u00e9: x");
        kinds.heads(PERHAPS, "GET", "X-Folded: a\r\n b", "X-Y: \u00ff\u0080");
        kinds.wires(
                PERHAPS,
                "GET %1$s HTTP/1.1\nHost: localhost\n%2$s\n",
                "GET %1$s HTTP/1.1\r\n%2$s\r\n");
        for (var host : new String[] {"a b", "a/b", "[::1", "a:b", "a:99999999", "@", "\u00e9"}) {
            kinds.wires(PERHAPS, "GET %1$s HTTP/1.1\r\nHost: " + host + "\r\n%2$s\r\n");
        }
        kinds.wires(NEVER_AND_LAST, "GET %1$s HTTP/1.1\r\nHost: loc");
    }

    private RawRequest mutated(String name) {
        var head = "PUT %1$s HTTP/1.1\r\nHost: localhost\r\n%2$sContent-Length: 4\r\n\r\nbody";
        var wire = new StringBuilder(odd.wire(head, MUTATED.substring(1) + name));
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            var at = random.nextInt(wire.length());
            var any = (char) random.nextInt(256);
            switch (random.nextInt(3)) {
                case 0 -> wire.setCharAt(at, any);
                case 1 -> wire.insert(at, any);
                default -> wire.deleteCharAt(at);
            }
        }
        return new RawRequest("mutated", MUTATED + name, wire.toString(), "", NEVER_AND_LAST);
    }
}
