/**
 * A feed's address and validators in, the bytes it serves or the reason there are none out. Judges every address it connects to and bounds
 * bytes, hops and time; knows nothing of what the bytes mean.
 */
@NullMarked
package org.bellwether.ingest.fetch;

import org.jspecify.annotations.NullMarked;
