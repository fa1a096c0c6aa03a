package org.bellwether.ingest.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed of which something was told and not taken back.
 *
 * @param url at which it was read; null when that cannot be read
 * @param missedSince when an instance that should poll it first did not find it in its catalogue (UTC); null when none did
 */
public record Told(
        String feedId, @Nullable String url, @Nullable Instant missedSince) {}
