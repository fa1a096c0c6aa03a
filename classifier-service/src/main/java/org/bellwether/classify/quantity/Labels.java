package org.bellwether.classify.quantity;

import java.util.List;
import java.util.Set;

/** Numbers that name something because of the word before them: {@code Section 122}, {@code Aug. 17}. */
final class Labels {

    private static final Set<String> LABELS = Set.of(
            "section",
            "article",
            "no",
            "number",
            "chapter",
            "room",
            "page",
            "resolution",
            "phase",
            "title",
            "mark",
            "route",
            "level",
            "grade",
            "day",
            "week",
            "aged",
            "age",
            "act",
            "channel",
            "clause",
            "paragraph");

    /** Labels in capitals; verbs and common nouns otherwise ({@code block 61 addresses}). */
    private static final Set<String> NAMES = Set.of("block", "area", "council", "committee");

    private Labels() {}

    /** Whether the amount is but a name; never if it has a unit of money or percent, or commas. */
    static boolean isBefore(String text, Amount amount) {
        boolean mayBeName = amount.number().writing() == Numeral.Writing.PLAIN
                && amount.measure().unit().length() != 3
                && !amount.measure().equals(Measure.PERCENT);
        if (!mayBeName) {
            return false;
        }
        int end = Letters.beforeSpace(text, amount.start());
        List<Word> before = Word.before(text, Letters.at(text, end - 1) == '.' ? end - 1 : end, 2);
        if (before.isEmpty()) {
            return false;
        }
        Word label = before.get(0);
        boolean league = before.size() > 1
                && label.text().equals("of")
                && text.startsWith("Group", before.get(1).start());
        return league || (label.end() >= end - 1 && isLabel(label));
    }

    private static boolean isLabel(Word word) {
        return LABELS.contains(word.text())
                || Months.isName(word.text())
                || (word.capital() && NAMES.contains(word.text()));
    }
}
