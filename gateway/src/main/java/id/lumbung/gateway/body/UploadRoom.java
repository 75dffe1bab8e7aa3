package id.lumbung.gateway.body;

/** Room for one body: taken when it turns out to be large, given back when it is dropped. */
public final class UploadRoom implements AutoCloseable {

    private final Uploads uploads;
    private final Object caller;
    private long taken;

    UploadRoom(Uploads uploads, Object caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    /**
     * Waits until a body of so many bytes may be read.
     *
     * @param bytes that it will have, at most
     * @throws BusyException where that takes too long
     */
    public void take(long bytes) throws BusyException {
        if (!uploads.take(caller, bytes)) {
            throw new BusyException();
        }
        taken = bytes;
    }

    @Override
    public void close() {
        if (taken > 0) {
            uploads.release(caller, taken);
        }
    }
}
