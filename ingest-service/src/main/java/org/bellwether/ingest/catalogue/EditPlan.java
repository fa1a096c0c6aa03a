package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.util.List;

/** What comes of asking for one feed to be changed. */
public sealed interface EditPlan extends Plan {

    /**
     * It can be done.
     *
     * @param feedId of the feed
     * @param feed as it will be when it is added, changed or taken back; else as it is
     * @param changes what is written; nothing when all is so already
     */
    record Accepted(String feedId, Feed feed, List<FeedChange> changes) implements EditPlan {}

    /**
     * The members are wrong.
     *
     * @param faults at least one
     */
    record Invalid(List<MemberFault> faults) implements EditPlan {
        @Override
        public List<FeedChange> changes() {
            return List.of();
        }
    }

    /**
     * Another feed has that id or address.
     *
     * @param member {@code id} or {@code url}
     * @param value that is taken
     * @param by the feed that has it
     */
    record Taken(String member, String value, String by) implements EditPlan {
        @Override
        public List<FeedChange> changes() {
            return List.of();
        }
    }

    /**
     * A feed that was removed has that id, and no other gets it.
     *
     * @param address at which that one was read last
     * @param inFile whether the file has it, so that it can be brought back
     */
    record Former(String id, URI address, boolean inFile) implements EditPlan {
        @Override
        public List<FeedChange> changes() {
            return List.of();
        }
    }

    /** There is no such feed. */
    record NoSuchFeed(String id) implements EditPlan {
        @Override
        public List<FeedChange> changes() {
            return List.of();
        }
    }

    /** Somebody changed the feed since it was seen. */
    record Overtaken(String id) implements EditPlan {
        @Override
        public List<FeedChange> changes() {
            return List.of();
        }
    }

    /**
     * The feed is not in a state for it.
     *
     * @param reason and the way out
     */
    record Impossible(String reason) implements EditPlan {
        @Override
        public List<FeedChange> changes() {
            return List.of();
        }
    }
}
