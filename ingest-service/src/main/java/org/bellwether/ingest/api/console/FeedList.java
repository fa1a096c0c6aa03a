package org.bellwether.ingest.api.console;

import java.util.List;

/**
 * A page of the list of feeds.
 *
 * @param rows of this page
 * @param shown how many there are on all pages
 * @param all how many there are in the catalogue
 * @param states how many of those asked for are in each state
 * @param losses how many of those asked for may have lost entries
 * @param filter what was asked for
 * @param page counted from 1
 * @param pages how many
 * @param previous query of the page before, empty on the first
 * @param next query of the page after, empty on the last
 * @param removed feeds of the file that somebody removed, whatever was asked for
 */
public record FeedList(
        List<FeedRow> rows,
        int shown,
        int all,
        List<StateCount> states,
        LossCount losses,
        Filter filter,
        int page,
        int pages,
        String previous,
        String next,
        List<RemovedRow> removed) {

    /**
     * How many are in a state.
     *
     * @param state its key; empty for all
     * @param query that shows these
     * @param chosen whether these are shown
     */
    public record StateCount(String state, String words, long count, String query, boolean chosen) {}

    /**
     * How many may have lost entries.
     *
     * @param query of the same list with the gravest problems first; of feeds that do equally well, those with most losses
     */
    public record LossCount(long count, String query) {}

    /** A feed that can be brought back, and who removed it. */
    public record RemovedRow(String id, String name, String url, Moment at, String by) {}

    /** What can be asked for, and what was. */
    public record Filter(
            String words,
            List<Choice> groups,
            List<Choice> states,
            List<Choice> kinds,
            List<Choice> languages,
            List<Choice> orders) {}
}
