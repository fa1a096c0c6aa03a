package org.bellwether.ingest.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A request body that is given up when it is not there in time: who sends a byte now and then would hold a thread for ever. */
final class TimelyStream extends FilterInputStream {

    private final Duration within;
    private final long end;

    TimelyStream(InputStream body, Duration within) {
        super(body);
        this.within = within;
        this.end = System.nanoTime() + within.toNanos();
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        check();
        return super.read(into, from, most);
    }

    private void check() {
        if (System.nanoTime() - end > 0) {
            throw ApiProblem.tooSlow(within.toSeconds());
        }
    }
}
