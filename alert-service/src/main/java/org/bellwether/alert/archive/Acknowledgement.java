package org.bellwether.alert.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has seen the alert and takes care.
 *
 * @param by who
 * @param at when (UTC)
 * @param note what they say on it
 */
public record Acknowledgement(
        String by, Instant at, @Nullable String note) {}
