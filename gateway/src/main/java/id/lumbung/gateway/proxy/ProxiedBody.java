package id.lumbung.gateway.proxy;

import id.lumbung.edge.web.BodyTooLargeException;
import id.lumbung.edge.web.BodyTooSlowException;
import id.lumbung.gateway.body.BodyNotes;
import id.lumbung.gateway.body.BusyException;
import id.lumbung.gateway.body.UploadRoom;
import id.lumbung.gateway.body.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way to a service. It is held whole before the service is called: so a
 * slow caller keeps no connection to the service from others, a body that breaks off reaches no
 * service at all, and it can be sent a second time.
 *
 * @param bytes null where there is no body
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; sent once or twice, then dropped.
record ProxiedBody(byte @Nullable [] bytes, @Nullable String type) {

    private static final byte[] NOTHING = {};

    /**
     * Reads the body; memory is taken as it comes, not as it is announced.
     *
     * @param room taken for a body that is not small; of one whose length is not known, when more
     *     of it comes than a small one has
     */
    static ProxiedBody read(HttpServletRequest request, UploadRoom room)
            throws BodyTooLargeException, BodyTooSlowException, CutShortException, BusyException {
        var type = request.getContentType();
        var length = request.getContentLengthLong();
        if (length == 0) {
            return new ProxiedBody(NOTHING, type);
        }
        if (length < 0 && !BodyNotes.isChunked(request)) {
            return new ProxiedBody(null, type);
        }
        if (length > Uploads.SMALL) {
            room.take(length);
        }
        try {
            var in = request.getInputStream();
            var max = BodyNotes.max(request);
            var bytes = length > 0 ? in.readNBytes((int) length) : chunks(in, max, room);
            if (bytes.length < length) {
                throw new CutShortException(null);
            }
            return new ProxiedBody(bytes, type);
        } catch (BodyTooLargeException | BodyTooSlowException | CutShortException e) {
            throw e;
        } catch (IOException e) {
            throw new CutShortException(e);
        }
    }

    private static byte[] chunks(InputStream in, long max, UploadRoom room)
            throws IOException, BusyException {
        var first = in.readNBytes(Uploads.SMALL + 1);
        if (first.length <= Uploads.SMALL) {
            return first;
        }
        room.take(max);
        return new SequenceInputStream(new ByteArrayInputStream(first), in).readAllBytes();
    }

    void putOn(Request request) {
        if (bytes != null) {
            request.body(new BytesRequestContent(type, bytes));
        }
    }
}
