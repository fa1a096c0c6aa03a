package org.bellwether.ingest.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body as transferred, counted, and stopped at the wire limit. */
final class CountedStream extends FilterInputStream {

    private final long max;
    private long count;

    CountedStream(InputStream in, long max) {
        super(in);
        this.max = max;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        counted(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    /** Leaves the transfer as it is: closing it would first read all that the server still has to send. */
    @Override
    public void close() {}

    private void counted(int read) throws OversizeException {
        count += read;
        if (count > max) {
            throw new OversizeException(FailureKind.TOO_LARGE, "more than " + Sizes.shown(max) + " were sent");
        }
    }
}
