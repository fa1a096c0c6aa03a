package org.bellwether.ingest.api.console;

import java.util.List;
import org.bellwether.ingest.api.DiscoveryView;
import org.bellwether.ingest.api.DiscoveryView.CandidateView;
import org.bellwether.web.text.Times;
import org.jspecify.annotations.Nullable;

/**
 * What was found on a site.
 *
 * @param candidates feeds first
 */
public record FoundFeeds(List<CandidateRow> candidates) {

    /**
     * One address.
     *
     * @param readable whether it is a feed
     * @param feed the id it has in the catalogue, if it is there
     * @param diagnosis why it is no feed, in English; possibly empty
     */
    public record CandidateRow(
            String title,
            String url,
            boolean readable,
            @Nullable String feed,
            String format,
            String entries,
            Moment newest,
            String diagnosis) {}

    static FoundFeeds of(DiscoveryView view, Words words, Times times) {
        return new FoundFeeds(view.candidates().stream()
                .map(candidate -> row(candidate, words, times))
                .toList());
    }

    private static CandidateRow row(CandidateView candidate, Words words, Times times) {
        @Nullable String title = candidate.title();
        return new CandidateRow(
                title == null || title.isBlank() ? candidate.url() : title,
                candidate.url(),
                candidate.readable(),
                candidate.feed(),
                candidate.format() == null ? "" : candidate.format(),
                candidate.entries() == null ? "" : candidate.entries().toString(),
                Moment.of(candidate.newest(), times, candidate.readable() ? words.of("not_known") : ""),
                candidate.diagnosis() == null ? "" : candidate.diagnosis());
    }
}
