package id.lumbung.shu.statement;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Whoever gave the stream closes it; a PDF closes what it is written into. */
final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int many) throws IOException {
        out.write(bytes, from, many);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
