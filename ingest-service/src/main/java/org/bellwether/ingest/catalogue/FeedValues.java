package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bellwether.egress.WebAddress;
import org.bellwether.events.SourceKind;

/** How each value of a feed is written; an {@link IllegalArgumentException} says what is wrong with one. */
final class FeedValues {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_SLUG = 80;
    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_URL = 2_000;
    private static final Set<String> WORDS_OF_THE_API = Set.of("preview", "import", "discover");
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(7);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private FeedValues() {}

    static String slug(String value) {
        if (!SLUG.matcher(value).matches() || value.length() > LONGEST_SLUG) {
            throw new IllegalArgumentException("is not lower-case letters, digits and single hyphens (at most 80)");
        }
        return value;
    }

    /** A slug from a name; the name's hash where nothing of it can stand in a slug. */
    static String slugOf(String name) {
        String slug = plainSlug(name);
        return slug.isEmpty() ? "owner-" + Integer.toHexString(name.hashCode()) : slug;
    }

    /** What of a name can stand in a slug; possibly nothing. */
    static String plainSlug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return NOT_SLUG.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
    }

    static boolean isWordOfTheApi(String slug) {
        return WORDS_OF_THE_API.contains(slug);
    }

    /** A slug that the API can name a feed by. */
    static String id(String value) {
        if (isWordOfTheApi(value)) {
            throw new IllegalArgumentException("is a word that the paths of the API begin with; take another id");
        }
        return slug(value);
    }

    static String words(String value) {
        if (value.length() > LONGEST_WORDS) {
            throw new IllegalArgumentException("is longer than " + LONGEST_WORDS + " characters");
        }
        if (value.isBlank() || value.codePoints().anyMatch(FeedValues::isNoText)) {
            throw new IllegalArgumentException("is not a line of text");
        }
        return value;
    }

    static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }

    static URI url(String value) {
        if (value.length() > LONGEST_URL) {
            throw new IllegalArgumentException("is longer than " + LONGEST_URL + " characters");
        }
        return WebAddress.web(value);
    }

    static String language(String value) {
        try {
            return new Locale.Builder().setLanguageTag(value).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("is not a BCP 47 language tag such as ko or en-US", e);
        }
    }

    static SourceKind kind(String value) {
        return switch (value) {
            case "news" -> SourceKind.NEWS;
            case "gov" -> SourceKind.GOVERNMENT;
            case "thinktank" -> SourceKind.THINK_TANK;
            default -> throw new IllegalArgumentException("is not one of news, gov, thinktank");
        };
    }

    /** As {@link #kind(String)} reads it. */
    static String kind(SourceKind kind) {
        return switch (kind) {
            case NEWS -> "news";
            case GOVERNMENT -> "gov";
            case THINK_TANK -> "thinktank";
        };
    }

    static String country(String value) {
        if (!COUNTRIES.contains(value) && !value.equals(FeedRules.UNKNOWN_COUNTRY)) {
            throw new IllegalArgumentException("is not an ISO 3166-1 alpha-2 country in upper case such as KR");
        }
        return value;
    }

    static ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a time zone such as Asia/Seoul or +09:00", e);
        }
    }

    static Duration interval(String value) {
        Duration interval;
        try {
            interval = Duration.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not an ISO 8601 duration such as PT10M", e);
        }
        if (interval.compareTo(SHORTEST_INTERVAL) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException("is not between PT0.1S and P7D");
        }
        return interval;
    }

    /** What no line of text holds, and no XML may (XML 1.0, section 2.2). */
    private static boolean isNoText(int character) {
        boolean half = Character.getType(character) == Character.SURROGATE;
        return half || Character.isISOControl(character) || character == 0xFFFE || character == 0xFFFF;
    }
}
