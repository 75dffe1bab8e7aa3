package id.lumbung.edge.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a request may say of its body and of the answer it wants, well formed or not. */
public final class OddHeaders {

    private static final List<String> CONTENT_TYPES =
            List.of(
                    "application/json",
                    "application/json;charset=nonsense",
                    "application/json; charset=utf-7",
                    "application/json; charset=utf-16",
                    "application/json; charset=\"",
                    "application/json; charset=",
                    "application/json;;;",
                    "application/json;q=2;q=3",
                    "application/json, application/json",
                    "application/problem+json",
                    "application/*+json",
                    "application",
                    "/",
                    "*/*",
                    ";",
                    "text/plain",
                    "text/plain;charset=nonsense",
                    "text/html",
                    "text/csv",
                    "text/event-stream",
                    "application/xml",
                    "application/cbor",
                    "application/octet-stream",
                    "application/pdf",
                    "application/x-www-form-urlencoded",
                    "application/x-www-form-urlencoded;charset=nonsense",
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/form-data; boundary=x",
                    "multipart/form-data; charset=nonsense; boundary=x",
                    "multipart/form-data; boundary=" + "x".repeat(300),
                    "multipart/mixed",
                    "multipart/mixed; boundary=x",
                    "multipart/",
                    "x".repeat(4_000) + "/y");

    private static final List<Map<String, String>> OTHERS =
            List.of(
                    Map.of("Content-Encoding", "gzip"),
                    Map.of("Content-Encoding", "deflate"),
                    Map.of("Content-Encoding", "nonsense"),
                    Map.of("Accept", "nonsense"),
                    Map.of("Accept", "application/xml"),
                    Map.of("Accept", "text/html"),
                    Map.of("Accept", "application/json;charset=nonsense"),
                    Map.of("Accept", "*/*;q=2"),
                    Map.of("Accept-Charset", "nonsense"),
                    Map.of("Accept-Encoding", "nonsense"),
                    Map.of("Accept-Language", "x".repeat(3_000)),
                    Map.of("Range", "bytes=5-1"),
                    Map.of("If-Modified-Since", "yesterday"),
                    Map.of("If-None-Match", "*"),
                    Map.of("If-Match", "\""),
                    Map.of("X-HTTP-Method-Override", "DELETE"),
                    Map.of("Cookie", "=;=;\"\\"),
                    Map.of("Upgrade-Insecure-Requests", "x"),
                    Map.of("traceparent", "00-nonsense"));

    private OddHeaders() {}

    /** Each to be sent with a request of its own. */
    public static List<Map<String, String>> all() {
        return Stream.concat(
                        CONTENT_TYPES.stream().map(type -> Map.of("Content-Type", type)),
                        OTHERS.stream())
                .toList();
    }
}
