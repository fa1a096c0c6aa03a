package org.bellwether.ingest.discover;

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
record LinkHeader(String target, Map<String, String> parameters) {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>((?:\\s*;[^,;\"]*(?:\"[^\"]*\"[^,;\"]*)?)*)");
    private static final Pattern PARAMETER = Pattern.compile(";\\s*([\\w*-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;,\\s]*))");
    private static final int LONGEST = 8_192;

    /** All links of a header; what is no link in it is passed over. */
    static List<LinkHeader> all(String header) {
        List<LinkHeader> links = new ArrayList<>();
        Matcher link = LINK.matcher(header.length() <= LONGEST ? header : header.substring(0, LONGEST));
        while (link.find()) {
            Map<String, String> parameters = new HashMap<>();
            Matcher parameter = PARAMETER.matcher(link.group(2));
            while (parameter.find()) {
                String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
                parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
            }
            links.add(new LinkHeader(link.group(1).strip(), parameters));
        }
        return links;
    }

    /** Whether it stands in that relation, in which there may be others. */
    boolean is(String relation) {
        return Arrays.stream(parameters.getOrDefault("rel", "").split("\\s+")).anyMatch(relation::equalsIgnoreCase);
    }
}
