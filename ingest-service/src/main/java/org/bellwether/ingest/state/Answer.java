package org.bellwether.ingest.state;

import java.time.Instant;
import java.util.List;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.ingest.fetch.Validators;
import org.jspecify.annotations.Nullable;

/**
 * What a poll came to that the feed answered.
 *
 * @param at when (UTC)
 * @param validators to send with the next poll
 * @param newest publication time of the newest entry in the document; absent where it was not read or nothing is dated
 * @param conditions what had to be mended, is doubtful or worth knowing, the gravest first
 * @param learnt what is known of the feed's ways after it
 * @param line for the history
 */
public record Answer(
        Instant at,
        Validators validators,
        @Nullable Instant newest,
        List<Condition> conditions,
        Learnt learnt,
        History.Line line) {}
