package org.bellwether.ingest.api.console;

import java.util.List;
import org.bellwether.web.text.Finding;

/**
 * A feed and how it does, in a few words.
 *
 * @param place publisher, group, kind and language, as far as they are known
 * @param state key of the state
 * @param stateWords the state in a word
 * @param findings what is wrong with it or worth knowing, the gravest first
 * @param next when it is polled next; else why not
 * @param nextReason why then, possibly empty
 * @param nextLang BCP 47 of the reason
 * @param losses how often entries may have been lost
 * @param items published since it is known
 */
public record FeedRow(
        String id,
        String name,
        String place,
        String state,
        String stateWords,
        List<Finding> findings,
        Moment lastRead,
        Moment newest,
        Moment next,
        String nextReason,
        String nextLang,
        long losses,
        long items) {}
