package id.lumbung.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that dies after it has read a request, as often as it is to, or in the middle of its
 * answer ({@code /breaks}), or for good ({@code /last}).
 */
final class FickleUpstream implements AutoCloseable {

    final List<String> read = new CopyOnWriteArrayList<>();
    final AtomicInteger deaths = new AtomicInteger();
    private final ServerSocket socket;

    FickleUpstream() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
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
            while (true) {
                var request = request(in);
                if (request.isEmpty()) {
                    return;
                }
                read.add(request);
                if (deaths.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    return;
                }
                if (request.startsWith("GET /breaks ")) {
                    connection
                            .getOutputStream()
                            .write(
                                    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10000\r\n"
                                                    + "x".repeat(0x10000)
                                                    + "\r\n")
                                            .getBytes(StandardCharsets.US_ASCII));
                    return;
                }
                if (request.startsWith("PUT /last ")) {
                    close();
                    return;
                }
                connection
                        .getOutputStream()
                        .write(
                                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                                        .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // The gateway has closed it.
        }
    }

    /** The head of one request with a body of the announced length; empty at the end. */
    private static String request(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                return "";
            }
            head.append((char) one);
        }
        var length =
                head.toString()
                        .lines()
                        .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .sum();
        return in.readNBytes(length).length < length ? "" : head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
