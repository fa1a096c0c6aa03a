package org.bellwether.ingest.push;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hubs that a feed names, of which one is asked at a time (WebSub §5 leaves it to the subscriber which). Those on https go
 * first, as only they can be told a secret and so be trusted with more than a hint.
 *
 * @param inTurn the one that is asked, then the others as they come
 */
record Hubs(List<URI> inTurn) {

    /** However many a document names: each is a request to somebody. */
    private static final int MOST = 4;

    Hubs {
        inTurn = List.copyOf(inTurn);
        if (inTurn.isEmpty()) {
            throw new IllegalArgumentException("a subscription needs a hub");
        }
    }

    /** Of those offered, at least one, the first that are of use. */
    static Hubs of(List<URI> offered) {
        return new Hubs(chosen(offered.stream()));
    }

    URI asked() {
        return inTurn.get(0);
    }

    int count() {
        return inTurn.size();
    }

    /** The others, as they come. */
    List<URI> others() {
        return inTurn.subList(1, inTurn.size());
    }

    /** With the next one's turn; the one that was asked comes last. */
    Hubs next() {
        List<URI> turned = new ArrayList<>(inTurn);
        Collections.rotate(turned, -1);
        return new Hubs(turned);
    }

    /** The same one asked still, with others as they are offered now: those that are known keep their turns. */
    Hubs beside(List<URI> offered) {
        Stream<URI> kept = others().stream().filter(offered::contains);
        Stream<URI> added = offered.stream().filter(hub -> !inTurn.contains(hub));
        List<URI> all = new ArrayList<>(List.of(asked()));
        chosen(Stream.concat(kept, added)).stream().limit(MOST - 1L).forEach(all::add);
        return new Hubs(all);
    }

    /** With the turn of those on https, as they come; then the others, the one that was asked first. */
    Hubs privateFirst() {
        return new Hubs(chosen(inTurn.stream()));
    }

    boolean haveAPrivate() {
        return inTurn.stream().anyMatch(Hubs::isPrivate);
    }

    static boolean isPrivate(URI hub) {
        return "https".equalsIgnoreCase(hub.getScheme());
    }

    private static List<URI> chosen(Stream<URI> offered) {
        return offered.distinct()
                .sorted(Comparator.comparing(hub -> !isPrivate(hub)))
                .limit(MOST)
                .toList();
    }
}
