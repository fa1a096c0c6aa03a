package org.bellwether.ingest.fetch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One link of an HTTP {@code Link} header (RFC 8288, section 3).
 *
 * @param target as written
 * @param parameters by name in small letters, without quotes; of one that is given twice the first
 */
public record LinkHeader(String target, Map<String, String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile(";\\s*([\\w*-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;,\\s]*))");
    private static final int LONGEST = 8_192;

    /** All links of a header; what is no link in it is passed over. */
    public static List<LinkHeader> all(String header) {
        String read = header.length() <= LONGEST ? header : header.substring(0, LONGEST);
        // Escaped quotes stand in titles only, which are for people.
        String text = read.replace("\\\"", "'");
        List<LinkHeader> links = new ArrayList<>();
        int open = text.indexOf('<');
        int close = text.indexOf('>', open + 1);
        while (open >= 0 && close > open) {
            int end = endOfLink(text, close + 1);
            links.add(new LinkHeader(text.substring(open + 1, close).strip(), parameters(text.substring(close, end))));
            open = text.indexOf('<', end);
            close = text.indexOf('>', open + 1);
        }
        return links;
    }

    /** Links are separated by commas, which may stand within quotes. */
    private static int endOfLink(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                return i;
            }
        }
        return text.length();
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
        }
        return parameters;
    }

    /** Whether it stands in that relation, in which there may be others. */
    public boolean is(String relation) {
        return Arrays.stream(parameters.getOrDefault("rel", "").split("\\s+")).anyMatch(relation::equalsIgnoreCase);
    }
}
