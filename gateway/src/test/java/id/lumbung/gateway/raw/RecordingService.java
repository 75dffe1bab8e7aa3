package id.lumbung.gateway.raw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A service that reads what the gateway sends byte by byte, believes one announced length only, and
 * keeps each request by its target.
 */
final class RecordingService implements AutoCloseable {

    /** The body of each request, by its target. */
    final Map<String, List<String>> bodies = new ConcurrentHashMap<>();

    /** What no service should ever get to see. */
    final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private final ServerSocket socket;

    RecordingService() {
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.startVirtualThread(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = connection.getInputStream();
            for (var head = head(in); !head.isEmpty(); head = head(in)) {
                keep(head, new String(in.readNBytes(length(head)), StandardCharsets.ISO_8859_1));
                var body = head.startsWith("HEAD ") ? "" : "ok";
                connection
                        .getOutputStream()
                        .write(
                                ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + body)
                                        .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // The gateway has closed it.
        }
    }

    private void keep(String head, String body) {
        var line = head.lines().findFirst().orElse("").split(" ", -1);
        if (line.length != 3 || !line[2].equals("HTTP/1.1") || !line[1].startsWith("/")) {
            faults.add("no request line: " + head);
            return;
        }
        bodies.computeIfAbsent(line[1], _ -> new CopyOnWriteArrayList<>()).add(body);
    }

    private int length(String head) {
        var lengths = values(head, "content-length");
        if (lengths.size() > 1 || !values(head, "transfer-encoding").isEmpty()) {
            faults.add("the length is in doubt: " + head);
        }
        return lengths.isEmpty() ? 0 : Integer.parseInt(lengths.getFirst());
    }

    private static List<String> values(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /** Empty at the end of the connection. */
    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int one = in.read();
            if (one < 0) {
                return "";
            }
            head.append((char) one);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
