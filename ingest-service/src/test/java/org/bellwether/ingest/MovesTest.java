package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Edition;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.lease.Shard;
import org.junit.jupiter.api.Test;

class MovesTest {

    private static final Feed HERE = feed("f", "here.example");
    private static final Feed THERE = feed("f", "there.example");
    private static final Feed ELSEWHERE = feed("f", "elsewhere.example");
    private static final Feed OTHER = feed("g", "here.example");

    private final Moves moves = new Moves();

    @Test
    void whatAFeedWasAtTheStartMayBePolledElsewhereUntilAllHaveSettled() {
        moves.begin(edition(4, HERE));
        moves.settled(3);
        assertThat(moves.mayBegin(HERE)).isFalse();
        assertThat(moves.areAwaited()).isTrue();

        moves.settled(4);
        assertThat(moves.mayBegin(HERE)).isTrue();
        assertThat(moves.areAwaited()).isFalse();

        moves.settled(-1);
        assertThat(moves.mayBegin(HERE))
                .as("one that has just come had nothing in hand")
                .isTrue();
    }

    @Test
    void aFeedThatMovesHereFromAnotherIsBegunWhenAllHaveSettled() {
        begun(1);
        moves.note(edition(1, HERE, OTHER), edition(2, THERE, OTHER), shards(THERE));

        assertThat(moves.mayBegin(THERE)).isFalse();
        assertThat(moves.mayBegin(OTHER)).isTrue();
        moves.settled(1);
        assertThat(moves.mayBegin(THERE)).isFalse();
        moves.settled(2);
        assertThat(moves.mayBegin(THERE)).isTrue();
    }

    @Test
    void aFeedThatIsNewMayStillBePolledAsItWasBeforeItWasRemoved() {
        begun(1);
        moves.note(edition(1, OTHER), edition(2, OTHER, HERE), shards(HERE));

        assertThat(moves.mayBegin(HERE)).isFalse();
        moves.settled(2);
        assertThat(moves.mayBegin(HERE)).isTrue();
    }

    @Test
    void aFeedThatMovesInOneStepBetweenShardsOfOursNeedNotWait() {
        begun(1);
        moves.note(edition(1, HERE), edition(2, THERE), shards(HERE, THERE));

        assertThat(moves.mayBegin(THERE)).isTrue();
    }

    @Test
    void aFeedThatMayHaveBeenAnothersInBetweenWaits() {
        begun(1);
        moves.note(edition(1, HERE), edition(3, THERE), shards(HERE, THERE));

        assertThat(moves.mayBegin(THERE)).isFalse();
    }

    @Test
    void aFeedThatMovesOnWhileItIsWaitedForWaitsForTheLastMove() {
        begun(1);
        moves.note(edition(1, HERE), edition(2, THERE), shards(THERE, ELSEWHERE));
        moves.note(edition(2, THERE), edition(3, ELSEWHERE), shards(THERE, ELSEWHERE));
        moves.settled(2);
        assertThat(moves.mayBegin(ELSEWHERE)).isFalse();

        moves.settled(3);
        assertThat(moves.mayBegin(ELSEWHERE)).isTrue();
    }

    @Test
    void weHaveNotSettledWhileAFeedThatMovedAwayIsInHand() {
        assertThat(moves.settledHere(edition(1, HERE), edition(3, THERE, OTHER), Map.of("f", HERE, "g", OTHER)))
                .isEqualTo(1);
        assertThat(moves.settledHere(edition(3, THERE, OTHER), edition(5, THERE, OTHER), Map.of("f", HERE)))
                .isEqualTo(1);
        assertThat(moves.settledHere(edition(5, THERE, OTHER), edition(5, THERE, OTHER), Map.of()))
                .isEqualTo(5);
    }

    @Test
    void weHaveNotSettledWhileAFeedThatWasRemovedIsInHand() {
        assertThat(moves.settledHere(edition(1, HERE), edition(2, OTHER), Map.of("f", HERE)))
                .isEqualTo(1);
        assertThat(moves.settledHere(edition(2, OTHER), edition(2, OTHER), Map.of()))
                .isEqualTo(2);
    }

    @Test
    void aFeedThatCameBackIsWhereItIsPolled() {
        moves.settledHere(edition(1, HERE), edition(2, THERE), Map.of("f", HERE));

        assertThat(moves.settledHere(edition(2, THERE), edition(3, HERE), Map.of("f", HERE)))
                .isEqualTo(3);
    }

    @Test
    void itIsToldWhenWhatHadToWaitMayBegin() {
        moves.begin(edition(4, HERE));
        assertThat(moves.settled(3)).isFalse();
        assertThat(moves.settled(4)).isTrue();
        assertThat(moves.settled(4)).isFalse();

        moves.note(edition(4, OTHER), edition(5, OTHER, HERE), shards(HERE));
        assertThat(moves.settled(4)).isFalse();
        assertThat(moves.settled(5)).isTrue();
        assertThat(moves.settled(6)).isFalse();
    }

    private void begun(long revision) {
        moves.begin(edition(revision));
        moves.settled(revision);
    }

    private static Set<Shard> shards(Feed... feeds) {
        return Set.copyOf(Stream.of(feeds).map(Ours::shard).toList());
    }

    private static Edition edition(long revision, Feed... feeds) {
        return new Edition(revision, new Catalogue(List.of(feeds)));
    }

    private static Feed feed(String id, String host) {
        return HandmadeLine.feed(id, URI.create("https://" + host + "/rss"), null);
    }
}
