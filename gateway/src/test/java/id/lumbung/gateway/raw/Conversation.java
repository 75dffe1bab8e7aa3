package id.lumbung.gateway.raw;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Requests sent one behind the other on one connection, and the statuses of the answers. */
final class Conversation {

    private static final int TIMEOUT_MILLIS = 120_000;

    private final int port;

    Conversation(int port) {
        this.port = port;
    }

    /** The statuses, without interim ones; fewer where the connection was reset. */
    List<Integer> statuses(List<RawRequest> requests) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            send(socket, requests);
            return statuses(
                    new BufferedInputStream(socket.getInputStream()),
                    requests.stream().map(RawRequest::isHead).toList());
        }
    }

    /** The gateway may have closed by then, after a refusal. */
    private static void send(Socket socket, List<RawRequest> requests) {
        var all = new ByteArrayOutputStream();
        requests.forEach(request -> all.writeBytes(request.bytes()));
        try {
            socket.getOutputStream().write(all.toByteArray());
            socket.shutdownOutput();
        } catch (IOException e) {
            // What it has answered until then can be read.
        }
    }

    private static List<Integer> statuses(InputStream in, List<Boolean> heads) {
        var statuses = new ArrayList<Integer>();
        try {
            for (var line = line(in); line != null; line = line(in)) {
                if (!line.startsWith("HTTP/1.1 ")) {
                    return statuses; // To a request without a version, a body and nothing else.
                }
                var status = Integer.parseInt(line.substring(9, 12));
                var isHead = statuses.size() < heads.size() && heads.get(statuses.size());
                skipRest(in, status < 200 || status == 204 || status == 304 || isHead);
                if (status >= 200) {
                    statuses.add(status);
                }
            }
        } catch (SocketTimeoutException e) {
            throw new IllegalStateException("No answer, and not closed: " + statuses, e);
        } catch (IOException e) {
            // Reset: what was unread at the gateway's side came to nothing.
        }
        return statuses;
    }

    private static void skipRest(InputStream in, boolean withoutBody) throws IOException {
        var length = 0;
        var chunked = false;
        for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= header.startsWith("transfer-encoding: chunked");
        }
        if (withoutBody) {
            return;
        }
        in.readNBytes(length);
        while (chunked) {
            var size = Integer.parseInt(String.valueOf(line(in)), 16);
            in.readNBytes(size + 2);
            chunked = size > 0;
        }
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one >= 0; one = in.read()) {
            line.append((char) one);
            if (one == '\n') {
                return line.toString().strip();
            }
        }
        return line.isEmpty() ? null : line.toString();
    }
}
