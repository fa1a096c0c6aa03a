package org.bellwether.ingest.parse;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Dates as pages show them: in attributes for programs, alone, or between other words. */
final class ListedDates {

    private static final String TIME = NearDates.TIME;
    private static final String MONTH = NearDates.MONTH;
    private static final String DAY = NearDates.DAY;
    private static final String YEAR = "(?:19|20)\\d{2}";

    private static final Pattern IN_WORDS = Pattern.compile(
            String.join(
                    "|",
                    "(?<![\\d.])" + YEAR + "\\s?[./년年-]\\s?\\d{1,2}\\s?[./월月-]\\s?\\d{1,2}(?!\\d)[일日]?\\.?" + TIME,
                    "(?<!\\p{L})" + MONTH + "\\s" + DAY + ",?\\s" + YEAR + "(?!\\d)" + TIME,
                    "(?<!\\d)" + DAY + "\\s" + MONTH + ",?\\s" + YEAR + "(?!\\d)" + TIME,
                    "(?<![\\d/])\\d{1,2}/\\d{1,2}/" + YEAR + "(?!\\d)" + TIME,
                    "(?<!\\d)20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)",
                    "(?<![\\d./-])\\d{2}[./-](?:0[1-9]|1[0-2])[./-](?:0[1-9]|[12]\\d|3[01])(?![\\d/-])"),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SPACE_BEFORE_POINT = Pattern.compile("(?<=\\d) (?=[./])");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final List<String> FOR_PROGRAMS = List.of("datetime", "content", "data-date");
    private static final int LONGEST = 300;
    private static final int LONGEST_ALONE = 40;
    private static final int MOST = 8;

    /** An item has a date or two; with a selector that fits all of a page, each has all that stands within it. */
    private static final int MOST_TEXTS = 40;

    private ListedDates() {}

    /**
     * What these elements say of a date, the most exact first.
     *
     * @param near reads those that are told from the day of the fetch, which count where there are no others
     * @return as {@link Dates} or it reads them; where nothing of it can be read, the first as it stands
     */
    static List<String> of(List<Element> elements, NearDates near) {
        List<String> texts = elements.stream()
                .flatMap(ListedDates::stated)
                .distinct()
                .limit(MOST_TEXTS)
                .toList();
        return Stream.<Function<String, List<String>>>of(text -> within(text, near.zone()), text -> within(text, near))
                .map(reading -> texts.stream()
                        .flatMap(text -> reading.apply(text).stream())
                        .distinct()
                        .limit(MOST)
                        .toList())
                .filter(dates -> !dates.isEmpty())
                .findFirst()
                .orElseGet(() -> texts.stream()
                        .filter(text -> text.chars().anyMatch(Character::isDigit))
                        .limit(1)
                        .toList());
    }

    /** Where nobody says which element is the date: a {@code time}, or what is a date and nothing else. */
    static List<String> guessed(Element item, NearDates near) {
        List<Element> likely = Stream.<Predicate<Element>>of(
                        element -> element.normalName().equals("time"),
                        element -> isDate(element, near.zone()),
                        element -> near.speaks(element.ownText()))
                .map(isLikely -> item.stream().filter(isLikely).toList())
                .filter(elements -> !elements.isEmpty())
                .findFirst()
                .orElse(List.of());
        return likely.isEmpty() ? List.of() : of(likely, near);
    }

    private static boolean isDate(Element element, ZoneId zone) {
        String text = element.ownText();
        return !text.isEmpty()
                && text.length() <= LONGEST_ALONE
                && IN_WORDS.matcher(text).find()
                && text.codePoints().filter(Character::isLetter).count() <= LONGEST_ALONE / 2
                && !within(text, zone).isEmpty();
    }

    private static Stream<String> stated(Element element) {
        Stream<String> attributes = Stream.concat(Stream.of(element), element.select("time[datetime]").stream())
                .flatMap(place -> FOR_PROGRAMS.stream().map(place::attr));
        return Stream.of(attributes, Stream.of(spaced(element)), Stream.of(element.attr("title")))
                .flatMap(texts -> texts)
                .map(text -> SPACES.matcher(text).replaceAll(" ").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }

    /** Its text, with a space where an element ends: a page sets names and dates apart by its style. */
    private static String spaced(Element element) {
        return element.nodeStream(TextNode.class).map(TextNode::text).collect(Collectors.joining(" "));
    }

    private static List<String> within(String text, ZoneId zone) {
        if (Dates.read(text, zone).isPresent()) {
            return List.of(text);
        }
        Matcher dates = IN_WORDS.matcher(text);
        return dates.results()
                .map(date -> SPACE_BEFORE_POINT.matcher(date.group()).replaceAll(""))
                .filter(date -> Dates.read(date, zone).isPresent())
                .toList();
    }

    private static List<String> within(String text, NearDates near) {
        return near.read(text).isPresent()
                ? List.of(text)
                : NearDates.IN_WORDS
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(date -> near.read(date).isPresent())
                        .toList();
    }
}
