package org.bellwether.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One link of a {@code Link} header (RFC 8288 §3).
 *
 * @param target absolute
 * @param relations lower case, such as {@code hub}
 */
public record WebLink(URI target, Set<String> relations) {

    private static final Set<String> OF_USE = Set.of("hub", "self");
    private static final int MOST_LINKS = 20;

    public WebLink {
        relations = Set.copyOf(relations);
    }

    /** Whether it is of this relation. */
    public boolean has(String relation) {
        return relations.contains(relation);
    }

    /** The links that matter for reading feeds, {@code hub} and {@code self}, as far as they lead to the web. */
    static List<WebLink> parse(String header, URI base) {
        return LinkHeader.all(header).stream()
                .flatMap(link -> of(link, base).stream())
                .limit(MOST_LINKS)
                .toList();
    }

    private static Optional<WebLink> of(LinkHeader link, URI base) {
        Set<String> relations = OF_USE.stream().filter(link::is).collect(Collectors.toSet());
        if (relations.isEmpty()) {
            return Optional.empty();
        }
        try {
            // Taken as it stands, other than a redirect: hubs know a feed under this very spelling.
            URI target = UriReference.resolved(base, new URI(link.target()));
            return Hop.first(target) instanceof Hop.To ? Optional.of(new WebLink(target, relations)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            // A link that leads nowhere is none.
            return Optional.empty();
        }
    }
}
