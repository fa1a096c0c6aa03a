package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A number in English words, read word by word: {@code two hundred and four}, {@code twenty-four}, {@code half a million}. */
final class SpelledNumber {

    private static final int MOST_WORDS = 8;
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Set<String> VAGUE = Set.of("several", "few", "many", "couple", "some", "of");

    private static final Set<String> FURTHER = Set.of("another", "extra", "additional", "further", "whole", "full");

    private final String text;
    private final int start;
    private int at;
    private int end;
    private boolean half;
    private boolean article;
    private boolean andHalf;
    private long total;
    private long section;
    private long lastScale = 1;

    private SpelledNumber(String text, int start) {
        this.text = text;
        this.start = start;
        this.at = start;
        this.end = start;
    }

    /** The number that begins with the word at this place; empty if it begins none. */
    static Optional<Numeral> at(String text, int start) {
        SpelledNumber number = new SpelledNumber(text, start);
        int taken = 0;
        while (taken < MOST_WORDS && number.takeWord()) {
            taken++;
        }
        return number.numeral();
    }

    private boolean takeWord() {
        int from = at == start ? at : pastGap(at);
        int to = Word.end(text, from);
        if (to == from || !take(text.substring(from, to).toLowerCase(Locale.ROOT), to)) {
            return false;
        }
        at = Math.max(to, end);
        return true;
    }

    private int pastGap(int from) {
        char c = Letters.at(text, from);
        return Letters.isSpace(c) || c == '-' ? from + 1 : text.length();
    }

    private boolean take(String word, int to) {
        if (word.equals("half") && at == start) {
            half = true;
            return true;
        }
        if ((word.equals("a") || word.equals("an")) && (at == start || (half && !article))) {
            article = true;
            return true;
        }
        if (word.equals("and")) {
            if (isAndHalf(to)) {
                return true;
            }
            return lastScale >= HUNDRED && end == at && isOneOrTen(pastGap(to));
        }
        return takeNumber(word, to);
    }

    /** {@code three and a half percent}, {@code one and a half trillion}: all three words are taken with the first. */
    private boolean isAndHalf(int to) {
        List<Word> behind = Word.after(text, to, 2);
        boolean says = total == 0
                && section > 0
                && section < HUNDRED
                && behind.size() == 2
                && behind.get(0).text().equals("a")
                && behind.get(1).text().equals("half");
        if (says) {
            andHalf = true;
            end = behind.get(1).end();
        }
        return says;
    }

    private boolean isOneOrTen(int from) {
        int to = Word.end(text, from);
        return to > from && EnglishNumbers.oneOrTen(text.substring(from, to).toLowerCase(Locale.ROOT)) != null;
    }

    private boolean takeNumber(String word, int to) {
        Long plain = EnglishNumbers.oneOrTen(word);
        Long scale = EnglishNumbers.scale(word);
        if (plain != null && !half && !article && !andHalf && fits(plain)) {
            section += plain;
            lastScale = 1;
        } else if (scale != null && (mayBeScaled(scale) || leads(scale, to))) {
            multiply(scale);
            lastScale = scale;
            article = false;
        } else {
            return false;
        }
        end = to;
        return true;
    }

    /** {@code twenty-four}, {@code hundred and four}; but {@code two three} are two numbers. */
    private boolean fits(long plain) {
        long below = section % HUNDRED;
        return below == 0 || (plain < 10 && below >= 20 && below % 10 == 0);
    }

    private boolean mayBeScaled(long scale) {
        boolean small = scale < THOUSAND;
        return (section > 0 && (!small || section < HUNDRED)) || (section == 0 && total == 0 && (half || article));
    }

    /** {@code another billion dollars}, {@code the hundred and fifty billion dollars}, {@code hundred billion}; not {@code several hundred thousand}. */
    private boolean leads(long scale, int to) {
        if (at != start || scale < HUNDRED) {
            return false;
        }
        List<Word> before = Word.before(text, start, 1);
        List<Word> behind = Word.after(text, to, 2);
        if (scale > THOUSAND) {
            return !before.isEmpty()
                    && FURTHER.contains(before.get(0).text())
                    && !behind.isEmpty()
                    && Currencies.ofWord(behind.get(0).text()).isPresent();
        }
        if (behind.isEmpty()
                || (!before.isEmpty() && VAGUE.contains(before.get(0).text()))) {
            return false;
        }
        String next = behind.get(0).text();
        Long second = EnglishNumbers.scale(next);
        return (second != null && second > scale)
                || (next.equals("and")
                        && behind.size() > 1
                        && EnglishNumbers.oneOrTen(behind.get(1).text()) != null);
    }

    private void multiply(long scale) {
        if (andHalf) {
            total = scale * (2 * section + 1) / 2;
            section = 0;
            andHalf = false;
            return;
        }
        long multiplied = Math.max(section, 1) * scale;
        if (scale < THOUSAND) {
            section = multiplied;
        } else {
            total += multiplied;
            section = 0;
        }
    }

    private Optional<Numeral> numeral() {
        if (end == start) {
            return Optional.empty();
        }
        BigDecimal value = BigDecimal.valueOf(total + section).add(andHalf ? HALF : BigDecimal.ZERO);
        return Optional.of(new Numeral(
                start,
                end,
                Numeral.plain(half ? value.multiply(HALF) : value),
                BigDecimal.valueOf(lastScale),
                Numeral.Writing.SPELLED));
    }
}
