package org.bellwether.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One link of a {@code Link} header (RFC 8288 §3).
 *
 * @param target absolute
 * @param relations lower case, such as {@code hub}
 */
public record WebLink(URI target, Set<String> relations) {

    private static final Set<String> OF_USE = Set.of("hub", "self");
    private static final int MOST_LINKS = 20;
    private static final int LONGEST_HEADER = 8 << 10;
    private static final Pattern TARGET = Pattern.compile("\\s*,*\\s*<([^<>]*)>");
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*;\\s*([\\w!#$%&'*+.^`|~-]+)\\s*(?:=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]*)))?");

    public WebLink {
        relations = Set.copyOf(relations);
    }

    /** Whether it is of this relation. */
    public boolean has(String relation) {
        return relations.contains(relation);
    }

    /** The links that matter for reading feeds, {@code hub} and {@code self}; what cannot be read ends the list. */
    static List<WebLink> parse(String header, URI base) {
        List<WebLink> links = new ArrayList<>();
        String whole = header.length() > LONGEST_HEADER ? header.substring(0, LONGEST_HEADER) : header;
        // Escaped quotes stand in titles only, which are not read.
        String read = whole.replace("\\\"", "'");
        Matcher target = TARGET.matcher(read);
        Matcher parameter = PARAMETER.matcher(read);
        int at = 0;
        while (links.size() < MOST_LINKS && target.find(at) && target.start() == at) {
            at = target.end();
            String relations = "";
            while (parameter.find(at) && parameter.start() == at) {
                at = parameter.end();
                // RFC 8288 §3.3: of several rel parameters the first counts.
                if (parameter.group(1).equalsIgnoreCase("rel") && relations.isEmpty()) {
                    relations = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
                }
            }
            add(links, target.group(1), relations == null ? "" : relations, base);
        }
        return links;
    }

    private static void add(List<WebLink> links, String target, String relations, URI base) {
        Set<String> named =
                new HashSet<>(List.of(relations.strip().toLowerCase(Locale.ROOT).split("\\s+")));
        named.retainAll(OF_USE);
        if (named.isEmpty()) {
            return;
        }
        try {
            // Taken as it stands, other than a redirect: hubs know a feed under this very spelling.
            URI absolute = UriReference.resolved(base, new URI(target.strip()));
            if (Hop.first(absolute) instanceof Hop.To) {
                links.add(new WebLink(absolute, named));
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // A link that leads nowhere is none.
            return;
        }
    }
}
