package org.bellwether.ingest.item;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which article an address leads to: AMP and mobile forms, index pages, visits and campaigns are no difference. For
 * identity only; such an address need not work, and what is published is another.
 *
 * @param value host, port, path and query
 */
record ArticleAddress(String value) {

    private static final int MOST_WRAPPINGS = 3;
    private static final String WWW = "www.";

    /** {@code https://www.google.com/amp/s/…}; the {@code s} says https. */
    private static final Pattern GOOGLE_AMP =
            Pattern.compile("https?://(?:www\\.)?google\\.[a-z.]{2,6}/amp/(?:s/)?(.+)");

    /** {@code https://n-example.cdn.ampproject.org/c/s/…}. */
    private static final Pattern AMP_CACHE =
            Pattern.compile("https?://[^/]+\\.ampproject\\.org/[a-z]{1,2}/(?:s/)?(.+)");

    /** What the search engine's alerts link. */
    private static final Pattern GOOGLE_URL =
            Pattern.compile("https?://(?:www\\.)?google\\.[a-z.]{2,6}/url\\?(?:.*&)?(?:url|q)=(https?[^&]+).*");

    private static final Pattern PARTS = Pattern.compile("https?://([^/?]+)([^?]*)(?:\\?(.*))?");
    private static final Pattern MOBILE_HOST =
            Pattern.compile("^(?:m|mobile|amp|touch|wap)\\.(?=[^.]+\\.[^.]+)|(?<=^[a-z]{2,3}\\.)m\\.(?=[^.]+\\.[^.]+)"
                    + "|^m-(?=[a-z]{2,3}\\.[^.]+\\.)|^mnews\\.(?=joongang\\.)");
    private static final Pattern MOBILE_NEWS = Pattern.compile("^mnews\\.");

    /** Some papers have {@code amp} where the page for browsers has {@code article}. */
    private static final Pattern AMP_FOR_ARTICLE = Pattern.compile("(?<=^/news)/amp(?=/all/\\d)|^/amp(?=/20\\d{8})");

    private static final Pattern AMP_PATH = Pattern.compile(
            "(?<=[^/])/amp(?:/|\\.html?)?$|\\.amp$|\\.amp(?=\\.html?$)|^/amp(?=/.)|(?<=^/)amp(?=(?:article|news|story|view)/)"
                    + "|(?<=View|Read|Article|[/_](?:view|read|article))[_-]?[Aa]mp(?=/|\\.\\w{2,5}$|$)");
    private static final Pattern INDEX = Pattern.compile(
            "/(?:index\\.(?:html?|php|jsp|aspx?)|default\\.(?:html?|aspx?))$", Pattern.CASE_INSENSITIVE);

    /** Of the system that most Korean local and trade papers are made with; whatever else stands there says by which list the reader came. */
    private static final Pattern NAMED_BY_NUMBER =
            Pattern.compile("(/articleView\\.html\\?)(?:.*&)?(idxno=\\d+)(?:&.*)?$");

    /** Of papers whose paths name the article and whose queries say by which list the reader came. */
    private static final Pattern NAMED_BY_PATH =
            Pattern.compile("(?:^|(?<=\\.))(yna\\.[a-z.]+/view/\\w+|joongang\\.[a-z.]+/article/\\d+)\\?.*$");

    private static final Pattern LAST_SLASH = Pattern.compile("/+$");

    /** Which article this address leads to. */
    static ArticleAddress of(CanonicalUrl url) {
        CanonicalUrl plain = unwrapped(url);
        Matcher parts = PARTS.matcher(plain.value());
        if (!parts.matches()) {
            return new ArticleAddress(plain.identity());
        }
        String path = path(parts.group(2));
        String query = parts.group(3) == null ? "" : query(parts.group(3));
        String address = host(parts.group(1)) + (query.isEmpty() ? path : rooted(path) + "?" + query);
        return new ArticleAddress(NAMED_BY_NUMBER
                .matcher(NAMED_BY_PATH.matcher(address).replaceFirst("$1"))
                .replaceFirst("$1$2"));
    }

    /** The same under the other name of its host, with or without {@code www.}; sites answer to both. */
    ArticleAddress underTheOtherName() {
        return new ArticleAddress(value.startsWith(WWW) ? value.substring(WWW.length()) : WWW + value);
    }

    /** What it may be remembered as: this, the same under its host's other name, and the address as it stands. */
    static List<String> forms(CanonicalUrl url) {
        ArticleAddress own = of(url);
        return Stream.of(own.value(), own.underTheOtherName().value(), url.identity())
                .distinct()
                .toList();
    }

    private static CanonicalUrl unwrapped(CanonicalUrl url) {
        CanonicalUrl inner = url;
        for (int wrapping = 0; wrapping < MOST_WRAPPINGS; wrapping++) {
            Optional<CanonicalUrl> next = wrapped(inner.value()).flatMap(CanonicalUrl::of);
            if (next.isEmpty()) {
                return inner;
            }
            inner = next.get();
        }
        return inner;
    }

    private static Optional<String> wrapped(String url) {
        if (!url.contains("google.") && !url.contains("ampproject.org/")) {
            return Optional.empty();
        }
        return Stream.of(GOOGLE_AMP, AMP_CACHE)
                .map(wrapping -> wrapping.matcher(url))
                .filter(Matcher::matches)
                .map(matcher -> "https://" + matcher.group(1))
                .findFirst()
                .or(() -> Optional.of(GOOGLE_URL.matcher(url))
                        .filter(Matcher::matches)
                        .flatMap(matcher -> decoded(matcher.group(1))));
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String host(String host) {
        boolean www = host.startsWith(WWW);
        String name = www ? host.substring(WWW.length()) : host;
        String plain = MOBILE_HOST.matcher(name).replaceFirst("");
        return (www ? WWW : "") + MOBILE_NEWS.matcher(plain).replaceFirst("news.");
    }

    private static String path(String stated) {
        String path = Tracking.withoutVisit(stated);
        path = AMP_FOR_ARTICLE.matcher(path).replaceFirst("/article");
        path = AMP_PATH.matcher(path).replaceAll("");
        path = INDEX.matcher(path).replaceFirst("/");
        return LAST_SLASH.matcher(path).replaceFirst("");
    }

    private static String rooted(String path) {
        return path.isEmpty() ? "/" : path;
    }

    private static String query(String stated) {
        return Arrays.stream(stated.split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !Tracking.isParameter(parameter))
                .collect(Collectors.joining("&"));
    }
}
