package org.bellwether.ingest.state;

import java.util.List;
import java.util.Objects;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.schedule.Tempo;
import org.jspecify.annotations.Nullable;

/**
 * What a feed's readings have shown over time.
 *
 * @param tempo how fast it moves
 * @param losses how often entries may have been lost
 * @param move the permanent redirect it answers with, if it does
 * @param front the newest of what stood in it when it was last read
 * @param document what was wrong with the document last read, which holds for as long as the server says that it is the same
 * @param way that document was read; absent where nobody knows
 */
public record Learnt(
        Tempo tempo,
        Losses losses,
        Front front,
        @Nullable Move move,
        List<Condition> document,
        @Nullable String way) {

    /** Never read. */
    public static final Learnt NOTHING = new Learnt(Tempo.UNKNOWN, Losses.NONE, Front.NONE, null, List.of(), null);

    public Learnt {
        document = List.copyOf(document);
    }

    /** What of the catalogue decides how a feed's documents are read: once it is another, the same document may say something else. */
    public static String wayOf(Feed feed) {
        return feed.zone()
                + (feed.fullText() ? ", with full texts, " : ", ")
                + Objects.toString(feed.listing(), "as a feed");
    }

    /** At another address that somebody gave it, all but the count of losses is learnt anew. */
    Learnt elsewhere() {
        return new Learnt(Tempo.UNKNOWN, losses, Front.NONE, null, List.of(), null);
    }

    Learnt afterFailure() {
        return new Learnt(tempo, losses, front, Move.afterFailure(move), document, way);
    }

    Learnt afterPush(List<Front.Place> places) {
        return new Learnt(tempo, losses, front.and(places), move, document, way);
    }
}
