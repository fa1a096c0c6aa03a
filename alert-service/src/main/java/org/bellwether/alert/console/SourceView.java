package org.bellwether.alert.console;

import java.util.List;
import java.util.Locale;
import org.bellwether.alert.text.WebLink;
import org.bellwether.alert.text.Words;
import org.bellwether.events.SourceStatus;
import org.bellwether.web.text.Finding;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.PollReason;
import org.bellwether.web.text.Times;

/**
 * A feed as a page shows it.
 *
 * @param name as readers know it
 * @param link its address if that is a web page, else empty
 * @param state key of the state
 * @param stateWords the state in a word
 * @param trouble what that means, where something is wrong, possibly empty
 * @param findings what exactly, the gravest first
 * @param lastSuccess when
 * @param newest publication of the newest item, or why none is known
 * @param next when it is polled next
 * @param nextReason why then, possibly empty
 * @param nextReasonLang BCP 47 of the reason
 * @param items published since it is known
 */
public record SourceView(
        String name,
        String link,
        String state,
        String stateWords,
        String trouble,
        List<Finding> findings,
        String lastSuccess,
        String newest,
        String next,
        String nextReason,
        String nextReasonLang,
        long items) {

    static SourceView of(SourceStatus source, Language language, Times times) {
        Words words = Words.in(language);
        String state = source.state().name().toLowerCase(Locale.ROOT);
        String never = words.of("sources_never");
        PollReason reason = PollReason.of(source, words);
        return new SourceView(
                source.name(),
                WebLink.of(source.url()).orElse(""),
                state,
                words.of("state_" + state),
                source.state() == SourceStatus.State.OK
                        ? ""
                        : words.of("trouble_" + state, source.consecutiveFailures()),
                Finding.of(source, words, times),
                source.lastSuccess() == null ? never : times.full(source.lastSuccess()),
                newest(source, words, times),
                source.nextPoll() == null ? never : times.full(source.nextPoll()),
                reason.words(),
                reason.language().tag(),
                source.itemsPublished());
    }

    /** That items came although none has a date is the feed's doing, and no sign of silence. */
    private static String newest(SourceStatus source, Words words, Times times) {
        if (source.newestItem() != null) {
            return times.full(source.newestItem());
        }
        return words.of(source.itemsPublished() > 0 ? "sources_undated" : "sources_none");
    }
}
