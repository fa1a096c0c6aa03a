package org.bellwether.alert.indicator;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellwether.events.Quantity;
import org.bellwether.events.Quote.Mark;
import org.bellwether.events.TextField;

/**
 * Where a figure stands in an item, each time: a headline's figure comes again in the text, and a reader who sees it marked
 * once only takes the other for another.
 */
final class Figures {

    /** Not in a longer number, nor with a unit behind it that makes it another one. */
    private static final String BEFORE = "(?<![A-Za-z0-9]|\\d[.,])";

    private static final String BEHIND = "(?![A-Za-z0-9]|[.,]\\d|(?<=\\d)\\s?[%십백천만억조])";

    private Figures() {}

    /**
     * The spans of one field in which the figure stands: as it was read there, in whatever words, and as it is written
     * where nothing was read.
     *
     * @param read every figure that was read in the item
     * @param told the one looked for
     */
    static List<Mark> in(TextField field, String text, List<Quantity> read, Quantity told) {
        List<Quantity> here =
                read.stream().filter(quantity -> quantity.field() == field).toList();
        Stream<Mark> same =
                here.stream().filter(quantity -> same(quantity, told)).map(Figures::span);
        Stream<Mark> written = Pattern.compile(BEFORE + Pattern.quote(told.text()) + BEHIND)
                .matcher(text)
                .results()
                .map(found -> new Mark(found.start(), found.end()))
                .filter(found ->
                        here.stream().noneMatch(quantity -> !same(quantity, told) && overlap(span(quantity), found)));
        return Stream.concat(same, written).toList();
    }

    private static boolean same(Quantity one, Quantity other) {
        return one.kind() == other.kind()
                && one.unit().equals(other.unit())
                && one.value().compareTo(other.value()) == 0
                && (one.valueTo() == null
                        ? other.valueTo() == null
                        : other.valueTo() != null && one.valueTo().compareTo(other.valueTo()) == 0);
    }

    private static Mark span(Quantity quantity) {
        return new Mark(quantity.start(), quantity.end());
    }

    private static boolean overlap(Mark one, Mark other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
