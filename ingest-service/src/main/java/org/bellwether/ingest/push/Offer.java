package org.bellwether.ingest.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.ingest.fetch.ServerHints;
import org.bellwether.ingest.parse.Hints;
import org.jspecify.annotations.Nullable;

/**
 * Which hubs a reading of a feed names, and under what address they know the feed.
 *
 * @param hubs possibly none
 * @param topic the feed's own word for its address, else the address it was read at
 */
public record Offer(List<URI> hubs, URI topic) {

    private static final int LONGEST = 2_000;

    public Offer {
        hubs = List.copyOf(hubs);
    }

    /** What headers say goes before what the document says (WebSub §4). */
    public static Offer of(ServerHints server, Hints document, URI address) {
        List<URI> byHeader = server.hubs().stream().filter(Offer::isOfUse).toList();
        List<URI> hubs = byHeader.isEmpty()
                ? document.hubs().stream().flatMap(Offer::parsed).toList()
                : byHeader;
        URI topic = server.self()
                .filter(Offer::isOfUse)
                .or(() -> parsed(document.self()).findFirst())
                .orElse(address);
        return new Offer(hubs, topic);
    }

    /** Whether this very subscription could still come of it. */
    boolean names(URI hub, URI known) {
        return hubs.contains(hub) && topic.equals(known);
    }

    private static boolean isOfUse(URI address) {
        return address.isAbsolute() && address.toString().length() <= LONGEST;
    }

    private static Stream<URI> parsed(@Nullable String address) {
        try {
            return address == null ? Stream.of() : Stream.of(new URI(address)).filter(Offer::isOfUse);
        } catch (URISyntaxException e) {
            // A hub that cannot be named cannot be asked.
            return Stream.of();
        }
    }
}
