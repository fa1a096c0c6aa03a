package org.bellwether.ingest.parse;

import java.util.List;

/**
 * A feed that could be read.
 *
 * @param format one of {@code rss2.0 rss1.0 rss0.91 atom1.0 atom0.3 rdf json1.1 cdf sitemap}, or {@code html} of a listing
 * @param entries in the feed's order
 * @param repairs what had to be mended in the document before it could be read
 * @param problems what is wrong or doubtful in what was read
 * @param hints how it wants to be read
 */
public record ParsedFeed(
        String format,
        FeedInfo feed,
        List<ParsedEntry> entries,
        List<Repair> repairs,
        List<Problem> problems,
        Hints hints)
        implements ParseResult {

    public ParsedFeed {
        entries = List.copyOf(entries);
        repairs = List.copyOf(repairs);
        problems = List.copyOf(problems);
    }

    /** The same feed with other entries. */
    public ParsedFeed with(List<ParsedEntry> others) {
        return new ParsedFeed(format, feed, others, repairs, problems, hints);
    }
}
