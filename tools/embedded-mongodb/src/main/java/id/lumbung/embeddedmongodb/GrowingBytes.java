package id.lumbung.embeddedmongodb;

import java.util.Arrays;

/** Bytes written one behind the other into an array that grows; numbers most significant first. */
final class GrowingBytes {

    private byte[] buffer = new byte[80];
    private int length;

    int length() {
        return length;
    }

    byte[] toArray() {
        return Arrays.copyOf(buffer, length);
    }

    byte[] copyFrom(int start) {
        return Arrays.copyOfRange(buffer, start, length);
    }

    void truncate(int newLength) {
        length = newLength;
    }

    /** Turns over all bits from {@code start} on, which turns the order of what stands there. */
    void invertFrom(int start) {
        for (int i = start; i < length; i++) {
            buffer[i] = (byte) ~buffer[i];
        }
    }

    GrowingBytes put(int one) {
        ensure(1);
        buffer[length++] = (byte) one;
        return this;
    }

    GrowingBytes put(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    GrowingBytes putInt(int value) {
        return put(value >>> 24).put(value >>> 16).put(value >>> 8).put(value);
    }

    GrowingBytes putLong(long value) {
        return putInt((int) (value >>> 32)).putInt((int) value);
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
