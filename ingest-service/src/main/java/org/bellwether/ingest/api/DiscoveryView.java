package org.bellwether.ingest.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bellwether.ingest.catalogue.Directory;
import org.bellwether.ingest.discover.Candidate;
import org.bellwether.ingest.discover.Clue;
import org.bellwether.ingest.discover.Clue.Source;
import org.bellwether.ingest.discover.Discovery;
import org.jspecify.annotations.Nullable;

/**
 * What was found on a site.
 *
 * @param url of the page, after redirects
 * @param isFeed whether that is a feed itself, and so the only candidate
 * @param candidates feeds first
 */
public record DiscoveryView(String url, boolean isFeed, List<CandidateView> candidates) {

    /**
     * One address.
     *
     * @param source how it was found: {@code itself | header | link | anchor | well-known}
     * @param readable whether it is a feed
     * @param feed the id it has if it is in the catalogue
     * @param diagnosis why it is no feed
     * @param hub that pushes its news
     */
    public record CandidateView(
            String url,
            String source,
            boolean readable,
            @Nullable String feed,
            @Nullable String title,
            @Nullable String format,
            @Nullable Integer entries,
            @Nullable Instant newest,
            @Nullable List<String> problems,
            @Nullable String hub,
            @Nullable String diagnosis) {

        private static CandidateView of(Candidate candidate, Directory directory) {
            Clue clue = candidate.clue();
            String source = clue.source().name().toLowerCase(Locale.ROOT).replace('_', '-');
            @Nullable String known = directory.idAt(clue.url()).orElse(null);
            if (candidate.look() instanceof Candidate.Feed feed) {
                return new CandidateView(
                        clue.url().toString(),
                        source,
                        true,
                        known,
                        feed.title() == null ? clue.title() : feed.title(),
                        feed.format(),
                        feed.entries(),
                        feed.newest(),
                        feed.problems(),
                        feed.hub(),
                        null);
            }
            String diagnosis = ((Candidate.None) candidate.look()).diagnosis();
            return new CandidateView(
                    clue.url().toString(), source, false, known, clue.title(), null, null, null, null, null, diagnosis);
        }
    }

    static DiscoveryView of(Discovery.Searched searched, Directory directory) {
        boolean itself = searched.candidates().stream()
                .anyMatch(candidate -> candidate.clue().source() == Source.ITSELF);
        return new DiscoveryView(
                searched.page().toString(),
                itself,
                searched.candidates().stream()
                        .map(candidate -> CandidateView.of(candidate, directory))
                        .toList());
    }
}
