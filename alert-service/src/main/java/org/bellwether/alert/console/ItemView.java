package org.bellwether.alert.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellwether.alert.text.Segment;
import org.bellwether.alert.text.WebLink;
import org.bellwether.alert.text.Words;
import org.bellwether.events.ActorMention;
import org.bellwether.events.Evidence;
import org.bellwether.events.LocalText;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Quote;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.TextField;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Times;
import org.jspecify.annotations.Nullable;

/**
 * An item as a list shows it.
 *
 * @param id the item's
 * @param lang BCP 47 of title and excerpt
 * @param link its address if that is a web page, else empty
 * @param title cut at the evidence
 * @param excerpt a passage of the text around the first evidence, cut at all of it
 * @param tags what it is about, strongest first
 * @param actors who is named, as the text names them
 * @param publisher who says so
 * @param time when published, for people
 * @param published the same, UTC
 */
public record ItemView(
        String id,
        String lang,
        String link,
        List<Segment> title,
        List<Segment> excerpt,
        List<TagView> tags,
        List<String> actors,
        String publisher,
        String time,
        Instant published) {

    private static final int MOST_ACTORS = 4;

    /**
     * A tag in words.
     *
     * @param issue id
     * @param name of the issue, its id where the taxonomy has not told
     * @param act what kind of signal
     * @param percent probability
     * @param uncertain below the issue's threshold
     */
    public record TagView(String issue, String name, String act, int percent, boolean uncertain) {}

    /**
     * Shows an item in a language.
     *
     * @param issues names by id
     */
    public static ItemView of(TaggedItem tagged, Map<String, LocalText> issues, Language language, Times times) {
        NewsItem item = tagged.item();
        return new ItemView(
                item.id(),
                tagged.language(),
                WebLink.of(item.url()).orElse(""),
                Segment.of(item.title(), marks(tagged, TextField.TITLE)),
                Excerpt.of(item.text(), marks(tagged, TextField.TEXT)),
                tagged.tags().stream().map(tag -> tag(tag, issues, language)).toList(),
                actors(tagged),
                item.publisher().name(),
                times.full(item.published()),
                item.published());
    }

    private static TagView tag(Tag tag, Map<String, LocalText> issues, Language language) {
        @Nullable LocalText name = issues.get(tag.issue());
        return new TagView(
                tag.issue(),
                name == null ? tag.issue() : language.of(name),
                Words.in(language).of("act_" + tag.act().name().toLowerCase(Locale.ROOT)),
                (int) Math.round(tag.probability() * 100),
                tag.uncertain());
    }

    private static List<Quote.Mark> marks(TaggedItem tagged, TextField field) {
        return tagged.tags().stream()
                .flatMap(tag -> tag.evidence().stream())
                .filter(evidence -> evidence.field() == field)
                .map((Evidence evidence) -> new Quote.Mark(evidence.start(), evidence.end()))
                .toList();
    }

    private static List<String> actors(TaggedItem tagged) {
        Map<String, String> named = new LinkedHashMap<>();
        for (ActorMention actor : tagged.actors()) {
            String field = actor.field() == TextField.TITLE
                    ? tagged.item().title()
                    : tagged.item().text();
            boolean inside = actor.start() >= 0 && actor.start() < actor.end() && actor.end() <= field.length();
            named.putIfAbsent(actor.id(), inside ? field.substring(actor.start(), actor.end()) : actor.id());
        }
        return named.values().stream().limit(MOST_ACTORS).toList();
    }
}
