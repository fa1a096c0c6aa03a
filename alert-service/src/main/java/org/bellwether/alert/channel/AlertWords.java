package org.bellwether.alert.channel;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.bellwether.alert.text.Segment;
import org.bellwether.alert.text.WebLink;
import org.bellwether.alert.text.Words;
import org.bellwether.events.Alert;
import org.bellwether.events.AlertItem;
import org.bellwether.events.Quote;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Times;

/**
 * An alert in a reader's words: what mail, Slack and page show, before any of their markup.
 *
 * @param subject transition and indicator in one line
 * @param transition what happened
 * @param severity how loud, in words
 * @param tone severity or {@code resolved}, for colours
 * @param name the indicator's
 * @param reason why, as a sentence
 * @param measured observed against expected, with the unit
 * @param window the period that was judged
 * @param at when
 * @param items what carried it, newest first
 */
public record AlertWords(
        String subject,
        String transition,
        String severity,
        String tone,
        String name,
        String reason,
        String measured,
        String window,
        String at,
        List<Item> items) {

    public AlertWords {
        items = List.copyOf(items);
    }

    /**
     * An item that carried the alert.
     *
     * @param title the item's
     * @param link its address if that is a web page, else empty
     * @param publisher who says so
     * @param act what kind of signal, in words
     * @param time when published
     * @param published the same, UTC
     * @param language BCP 47 of title and quotes
     * @param quotes passages cut at their evidence
     */
    public record Item(
            String title,
            String link,
            String publisher,
            String act,
            String time,
            Instant published,
            String language,
            List<List<Segment>> quotes) {

        public Item {
            quotes = List.copyOf(quotes);
        }
    }

    public static AlertWords of(Alert alert, Language language, ZoneId zone) {
        Words words = Words.in(language);
        Times times = new Times(zone);
        String transition = words.of("transition_" + key(alert.transition()));
        String name = oneLine(language.of(alert.name()));
        return new AlertWords(
                transition + ": " + name,
                transition,
                words.of("severity_" + key(alert.severity())),
                alert.transition() == Alert.Transition.RESOLVED ? "resolved" : key(alert.severity()),
                name,
                sentence(language.of(alert.reason())),
                Measures.in(language).compare(alert.observed(), alert.expected(), alert.measure()),
                times.full(alert.window().from()) + " – "
                        + times.full(alert.window().to()),
                times.full(alert.at()),
                alert.items().stream().map(item -> item(item, language, times)).toList());
    }

    /** An item in a reader's words. */
    public static Item item(AlertItem item, Language language, Times times) {
        return new Item(
                oneLine(item.title()),
                WebLink.of(item.url()).orElse(""),
                oneLine(item.publisher().name()),
                Words.in(language).of("act_" + key(item.act())),
                times.full(item.published()),
                item.published(),
                item.language(),
                item.quotes().stream().map((Quote quote) -> Segment.of(quote)).toList());
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A line break in a subject would start another header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** With a capital letter, where the script has them. */
    private static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
