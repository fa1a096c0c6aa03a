package org.bellwether.alert.indicator;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellwether.events.Quantity;
import org.bellwether.events.Quote.Mark;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.TextField;

/**
 * Where a figure stands in an item, each time: a headline's figure comes again in the text, and a reader who sees it marked
 * once only takes the other for another.
 */
final class Figures {

    /** Not in a longer number or behind a sign, nor with a currency before it that makes it another one. */
    private static final String BEFORE =
            "(?<![A-Za-z0-9+−~∼〜–-]|\\d[.,]|\\p{Sc}\\s?|\\b(?:USD|KRW|EUR|JPY|CNY|GBP)\\s?)";

    private static final String BEHIND = "(?![A-Za-z0-9]|[.,]\\d|(?<=\\d)\\s?[%십백천만억조])";

    private static final Pattern WORD_BEHIND = Pattern.compile("[\\h-]?(\\p{L}[\\p{L}.'’]*)");

    /** What may follow a bare number and is no unit. */
    private static final Set<String> NO_UNITS = Set.of(
            "to", "by", "from", "in", "on", "at", "of", "and", "or", "as", "for", "with", "that", "would", "will", "is",
            "are", "was", "were");

    private Figures() {}

    /**
     * The spans of one field in which the figure stands: as it was read there, in whatever words, and as it is written
     * where nothing was read. A number written without its unit counts there only before no word, or before the same word
     * as where it was read: {@code 22,000} troops are not the 22,000 of barrels.
     *
     * @param told the one looked for
     */
    static List<Mark> in(TextField field, TaggedItem item, Quantity told) {
        List<Quantity> same = item.quantities().stream()
                .filter(quantity -> same(quantity, told))
                .toList();
        List<Mark> others = item.quantities().stream()
                .filter(quantity -> quantity.field() == field && !same(quantity, told) && !hasAtAnEnd(quantity, told))
                .map(Figures::span)
                .toList();
        String text = text(field, item);
        Set<String> units = units(told, same, item);
        Stream<Mark> written = Pattern.compile(BEFORE + Pattern.quote(told.text()) + BEHIND)
                .matcher(text)
                .results()
                .filter(found -> hasUnit(told) || units.contains(wordAt(found.end(), text)))
                .map(found -> new Mark(found.start(), found.end()))
                .filter(found -> others.stream().noneMatch(other -> overlap(other, found)));
        Stream<Mark> read =
                same.stream().filter(quantity -> quantity.field() == field).map(Figures::span);
        return Stream.concat(read, written).toList();
    }

    /** The field's text as the item has it. */
    static String text(TextField field, TaggedItem item) {
        return field == TextField.TITLE ? item.item().title() : item.item().text();
    }

    private static boolean hasUnit(Quantity told) {
        String words = told.text();
        return !words.isEmpty() && !Character.isDigit(words.charAt(words.length() - 1));
    }

    /** The words behind the figure wherever it was read so written, and none. */
    private static Set<String> units(Quantity told, List<Quantity> same, TaggedItem item) {
        Set<String> units = new HashSet<>(Set.of(""));
        same.stream()
                .filter(quantity -> quantity.text().equals(told.text()))
                .forEach(quantity -> units.add(wordAt(quantity.end(), text(quantity.field(), item))));
        return units;
    }

    /** The word that begins here, in lower case; empty for none, and for one that is no unit. */
    private static String wordAt(int offset, String text) {
        if (offset < 0 || offset > text.length()) {
            return "";
        }
        Matcher word = WORD_BEHIND.matcher(text).region(offset, text.length());
        String found = word.lookingAt() ? word.group(1).toLowerCase(Locale.ROOT) : "";
        return NO_UNITS.contains(found) ? "" : found;
    }

    private static boolean same(Quantity one, Quantity other) {
        return one.kind() == other.kind()
                && one.unit().equals(other.unit())
                && one.value().compareTo(other.value()) == 0
                && (one.valueTo() == null
                        ? other.valueTo() == null
                        : other.valueTo() != null && one.valueTo().compareTo(other.valueTo()) == 0);
    }

    /** Whether one goes from or to the other, as {@code from 28,500 to 22,000} goes to {@code 22,000}. */
    private static boolean hasAtAnEnd(Quantity range, Quantity told) {
        return range.kind() == told.kind()
                && range.unit().equals(told.unit())
                && range.valueTo() != null
                && told.valueTo() == null
                && (range.value().compareTo(told.value()) == 0
                        || range.valueTo().compareTo(told.value()) == 0);
    }

    private static Mark span(Quantity quantity) {
        return new Mark(quantity.start(), quantity.end());
    }

    private static boolean overlap(Mark one, Mark other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
