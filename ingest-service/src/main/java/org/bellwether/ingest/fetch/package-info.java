/**
 * An address and validators in, the bytes it serves or the reason there are none out. Judges every address it connects to, keeps each host's
 * budget, and bounds bytes, hops and time; knows nothing of what the bytes mean, but for pages that keep programs out.
 */
@NullMarked
package org.bellwether.ingest.fetch;

import org.jspecify.annotations.NullMarked;
