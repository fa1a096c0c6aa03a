package org.bellwether.ingest.parse;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

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

    /** What may be left of a text that is a date and nothing else: what it is the date of, its weekday, brackets. */
    private static final Pattern AROUND_A_DATE = Pattern.compile(
            "(?:(?:등록|작성|게시|발행|발간|공개|배포|보도|입력)(?:일[시자]?)?|날짜|일시|일자|更新日|公開日|掲載日"
                    + "|[월화수목금토일]요일|[(（][월화수목금토일日月火水木金土][)）]"
                    + "|(?<!\\p{L})(?:dated?|posted|published|publication|(?:last )?updated|issued|released?|on|et"
                    + "|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)(?!\\p{L})"
                    + "|[\\s\\u00A0:：,.()（）\\[\\]])*+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BARS = Pattern.compile("[|·•‧∙ㅣ]");
    private static final Pattern SPACE_BEFORE_POINT = Pattern.compile("(?<=\\d) (?=[./])");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final List<String> FOR_PROGRAMS = List.of("datetime", "content", "data-date");
    private static final int LONGEST = 300;
    private static final int LONGEST_ALONE = 60;
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

    /**
     * Where nobody says which element is the date: a {@code time}, or what is a date and nothing else. What stands in the title counts
     * where nothing beside it does.
     */
    static List<String> guessed(Element item, @Nullable Element title, NearDates near) {
        Set<Element> titled = title == null ? Set.of() : title.stream().collect(Collectors.toSet());
        List<Element> beside =
                item.stream().filter(element -> !titled.contains(element)).toList();
        Predicate<String> isDate = part -> isDate(part, near.zone());
        return Stream.<Supplier<List<Element>>>of(
                        () -> item.select("time"),
                        () -> alone(beside, isDate),
                        () -> alone(beside, near::speaks),
                        () -> alone(titled, isDate),
                        () -> alone(titled, near::speaks))
                .map(Supplier::get)
                .filter(elements -> !elements.isEmpty())
                .findFirst()
                .map(elements -> of(elements, near))
                .orElse(List.of());
    }

    /** The elements of whose own text a part is a date, with that part alone; bars and dots in the middle set parts off. */
    private static List<Element> alone(Collection<Element> elements, Predicate<String> isDate) {
        return elements.stream()
                .filter(element -> element.ownText().length() <= LONGEST)
                .flatMap(element -> BARS.splitAsStream(element.ownText())
                        .filter(isDate)
                        .map(part -> element.shallowClone().text(part)))
                .toList();
    }

    private static boolean isDate(String part, ZoneId zone) {
        return part.length() <= LONGEST_ALONE
                && AROUND_A_DATE
                        .matcher(IN_WORDS.matcher(part).replaceFirst(""))
                        .matches()
                && !within(part, zone).isEmpty();
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
