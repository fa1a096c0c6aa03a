package org.bellwether.ingest.poll;

import java.net.URI;

/** Which part of all feeds this instance answers for: it polls them, and tells how they do. Each feed is in one instance's part. */
public interface Part {

    /** All of them, for there is no other instance. */
    Part WHOLE = new Part() {
        @Override
        public boolean has(URI feed) {
            return true;
        }

        @Override
        public boolean isWhole() {
            return true;
        }
    };

    /** Whether what is read at that address is in it at this moment. */
    boolean has(URI feed);

    /** Whether no other instance is alive that could have a part, or another catalogue. */
    boolean isWhole();
}
