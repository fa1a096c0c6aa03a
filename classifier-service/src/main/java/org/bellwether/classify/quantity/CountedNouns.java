package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what an English number counts from the words behind it, and in a few forms from those joined to it. */
final class CountedNouns {

    private static final int MOST_WORDS = 7;

    /** Below, a number in words is often no figure ({@code the two leaders}), and one in digits often part of a name. */
    private static final BigDecimal SMALL = BigDecimal.valueOf(13);

    private static final BigDecimal LEAST_UNDOUBTED = BigDecimal.valueOf(100);

    private static final int UNIT_WORDS = 4;
    private static final int MOST_DIGITS = 4;

    private static final Set<String> UNITS = Set.of(
            "cavalry", "infantry", "artillery", "armor", "aviation", "airborne", "squadron", "battalion", "regiment");

    private static final Set<String> CIVILIANS = Set.of("civilians", "workers", "residents", "students", "families");

    private static final Set<String> THOSE = Set.of("those", "them", "us", "whom");

    private static final Set<String> WHOLES =
            Set.of("the", "its", "his", "her", "their", "our", "your", "these", "those", "my");

    private static final Set<Integer> CALIBRES = Set.of(105, 152, 155);
    private static final Set<String> SHOTS = Set.of("shells", "rounds", "howitzers", "guns", "projectiles");

    /** From here on a count is written with a comma, and what is not is a name: {@code Executive Order 13810}. */
    private static final BigDecimal LEAST_WITH_COMMA = BigDecimal.valueOf(10_000);

    private CountedNouns() {}

    /** The mark of what is counted; of {@link Measure#OTHER} where the words say that the number is no figure. */
    static Optional<Mark> after(String text, Numeral number) {
        int from = Suffixes.end(text, number.end());
        Optional<Mark> joined = joined(text, number, from);
        if (joined.isPresent() || !number.isWhole()) {
            return joined;
        }
        List<Word> behind = Word.after(text, pastCalibre(text, from), MOST_WORDS);
        if (behind.isEmpty()) {
            return Optional.empty();
        }
        if (Tonnages.isCargo(number, behind)) {
            return Optional.of(new Mark(number.start(), number.end(), Measure.THINGS));
        }
        if (Nouns.isMeasure(behind.get(0).text()) || isPartOfName(text, number, behind)) {
            return Optional.of(new Mark(number.start(), number.end(), Measure.OTHER));
        }
        if (behind.get(0).text().equals("who") && number.value().compareTo(SMALL) >= 0) {
            return Optional.of(new Mark(number.start(), number.end(), people(text, number)));
        }
        List<Word> words = behind.subList(passed(behind), behind.size());
        Optional<Integer> noun = noun(text, words);
        if (noun.isEmpty() && isOfThose(number, behind)) {
            return Optional.of(new Mark(number.start(), number.end(), people(text, number)));
        }
        return noun.filter(at -> isFigure(text, number, words.get(at))).map(at -> mark(text, number, words, at));
    }

    /** {@code a dozen 240-mm rockets}, {@code 3.7 million 8-ounce bottles}: behind a measure of each. */
    private static int pastCalibre(String text, int from) {
        int start = Letters.pastSpace(text, from);
        int at = start;
        while (at - start <= MOST_DIGITS && Letters.isDigit(Letters.at(text, at))) {
            at++;
        }
        boolean measured = start > from && at > start && at - start <= MOST_DIGITS;
        int unit = Letters.at(text, at) == '-' ? at + 1 : at;
        int end = measured ? Word.end(text, unit) : unit;
        return end > unit && Letters.isSpace(Letters.at(text, end)) ? end : from;
    }

    /** {@code 10,000 of those stationed there}, {@code twenty-eight thousand of us}. */
    private static boolean isOfThose(Numeral number, List<Word> behind) {
        return behind.size() > 1
                && behind.get(0).text().equals("of")
                && THOSE.contains(behind.get(1).text())
                && number.value().compareTo(LEAST_UNDOUBTED) >= 0;
    }

    private static Measure people(String text, Numeral number) {
        return Military.isNear(text, number.start(), number.end()) ? Measure.TROOPS : Measure.PEOPLE;
    }

    /** {@code 15,000 of its soldiers}, {@code 300 fewer augmentees}. */
    private static int passed(List<Word> behind) {
        String first = behind.get(0).text();
        boolean part = first.equals("of")
                && behind.size() > 1
                && WHOLES.contains(behind.get(1).text());
        return part ? 2 : first.equals("fewer") ? 1 : 0;
    }

    /** {@code 5-17 Air Cavalry}, {@code 1-501 Attack Battalion}: squadrons and battalions of regiments; {@code 12.1 per 1,000}. */
    private static boolean isPartOfName(String text, Numeral number, List<Word> behind) {
        int start = number.start();
        boolean behindNumber = Letters.at(text, start - 1) == '-' && Letters.isDigit(Letters.at(text, start - 2));
        boolean unit = behindNumber
                && behind.stream().limit(UNIT_WORDS).anyMatch(word -> word.capital() && UNITS.contains(word.text()));
        List<Word> before = Word.before(text, start, 1);
        return unit || (!before.isEmpty() && before.get(0).text().equals("per"));
    }

    /** {@code 28,500-strong}, {@code a 30-member team}, {@code the 28,500-troop floor}; {@code 24-hour} is no figure. */
    private static Optional<Mark> joined(String text, Numeral number, int from) {
        if (Letters.at(text, from) != '-' || !Letters.isLatin(Letters.at(text, from + 1))) {
            return Optional.empty();
        }
        int end = Word.end(text, from + 1);
        boolean spelled = number.writing() == Numeral.Writing.SPELLED && !number.isScaled();
        String word = text.substring(from + 1, end).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "strong" -> Optional.of(new Mark(number.start(), end, people(text, number)));
            case "unit", "flat", "seat", "household", "nation", "boat", "ship", "jet" ->
                Optional.of(new Mark(number.start(), number.end(), spelled ? Measure.OTHER : Measure.THINGS));
            case "troop", "soldier" -> Optional.of(new Mark(number.start(), end, Measure.TROOPS));
            case "member", "man", "person" ->
                spelled
                        ? Optional.of(new Mark(number.start(), number.end(), Measure.OTHER))
                        : Optional.of(new Mark(number.start(), end, Measure.PEOPLE));
            default -> Optional.of(new Mark(number.start(), number.end(), Measure.OTHER));
        };
    }

    /** Which of the words is the noun: the last of the first plurals in a row. */
    private static Optional<Integer> noun(String text, List<Word> words) {
        int found = -1;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean compound = Letters.at(text, word.end()) == '-';
            if (isEnd(words, i, found)) {
                break;
            }
            if (!compound && Nouns.isCountable(word)) {
                found = i;
            } else if (!compound && Nouns.isNation(word)) {
                found = found < 0 ? i : found;
                continue;
            } else if (found >= 0 && !compound && !isTwoNations(words, found)) {
                break;
            }
            if (found >= 0 && Nouns.isConcrete(words.get(found).text())) {
                break;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(found);
    }

    /** {@code 33,000 Japanese and American personnel}. */
    private static boolean isTwoNations(List<Word> words, int found) {
        return Nouns.isNation(words.get(found))
                && found + 1 < words.size()
                && words.get(found + 1).text().equals("and");
    }

    /** A word that nothing joins to the number; "and" may join two adjectives. */
    private static boolean isEnd(List<Word> words, int at, int found) {
        String word = words.get(at).text();
        boolean joins = word.equals("and") && at > 0 && (found < 0 || isTwoNations(words, found));
        return !joins && (Nouns.isStop(word) || (at > 0 && Nouns.isMeasure(word)));
    }

    private static Mark mark(String text, Numeral number, List<Word> words, int at) {
        Word noun = words.get(at);
        boolean touches = at == 0 && Letters.pastSpace(text, Suffixes.end(text, number.end())) == noun.start();
        int end = touches ? noun.end() : number.end();
        Measure measure = Nouns.measure(noun, words.subList(0, at), () -> isMilitary(text, number, noun));
        boolean mixed = measure.equals(Measure.TROOPS) && isMixed(text, noun.end());
        return new Mark(number.start(), end, mixed ? Measure.PEOPLE : measure);
    }

    /** North Koreans are soldiers only where their war is named; they are nationals otherwise. */
    private static boolean isMilitary(String text, Numeral number, Word noun) {
        boolean near = Military.isNear(text, number.start(), number.end());
        return near && (!noun.text().equals("koreans") || Military.isOfTheWar(text, number.start(), number.end()));
    }

    /** {@code 300 service members and civilians}, {@code 50,000 soldiers, workers}. */
    private static boolean isMixed(String text, int end) {
        List<Word> behind = Word.after(text, Letters.at(text, end) == ',' ? end + 1 : end, 2);
        int at = !behind.isEmpty() && behind.get(0).text().equals("and") ? 1 : 0;
        return at < behind.size() && CIVILIANS.contains(behind.get(at).text());
    }

    private static boolean isFigure(String text, Numeral number, Word noun) {
        if (number.value().compareTo(BigDecimal.ONE) == 0) {
            return false;
        }
        boolean concrete = Nouns.isConcrete(noun.text()) || isDesignation(noun);
        List<Word> before = Word.before(text, number.start(), 2);
        String previous = before.isEmpty() ? "" : before.get(0).text();
        if (isShare(text, number, previous) || isCalibre(number, noun.text())) {
            return false;
        }
        return switch (number.writing()) {
            case SPELLED ->
                number.value().compareTo(SMALL) >= 0
                        || ((concrete || Nouns.isNationals(noun)) && !Mentions.isOne(text, number, noun, before));
            case YEAR -> concrete && !EnglishHedges.isOfDates(previous);
            case PLAIN ->
                number.value().compareTo(LEAST_WITH_COMMA) >= 0
                        ? concrete
                        : (concrete && !Nouns.isAlsoVerb(noun.text())) || !isInName(before, text, number);
            default -> true;
        };
    }

    /** {@code F-16s}, {@code K2s}. */
    private static boolean isDesignation(Word noun) {
        return noun.capital() && noun.text().chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /** {@code 155 shells}: a calibre. */
    private static boolean isCalibre(Numeral number, String noun) {
        return number.writing() == Numeral.Writing.PLAIN
                && CALIBRES.contains(number.value().intValue())
                && SHOTS.contains(noun);
    }

    /** {@code 3 in 4 South Koreans}. */
    private static boolean isShare(String text, Numeral number, String previous) {
        int before = Letters.beforeSpace(text, number.start()) - "in".length();
        return previous.equals("in")
                && number.value().compareTo(LEAST_UNDOUBTED) < 0
                && Letters.isDigit(Letters.at(text, Letters.beforeSpace(text, before) - 1));
    }

    /** {@code Freedom Edge 26 concludes}: a name before, no capital behind, and no noun that we know. */
    private static boolean isInName(List<Word> before, String text, Numeral number) {
        if (before.isEmpty() || number.value().compareTo(LEAST_UNDOUBTED) >= 0) {
            return false;
        }
        Word name = before.get(0);
        boolean possessive = name.text().endsWith("'s");
        boolean first = Letters.beforeSpace(text, name.start()) == 0 || Letters.at(text, name.start() - 2) == '.';
        char next = Letters.at(text, Letters.pastSpace(text, number.end()));
        return name.capital()
                && !possessive
                && !first
                && Character.isLowerCase(next)
                && Letters.isSpace(Letters.at(text, number.start() - 1));
    }
}
