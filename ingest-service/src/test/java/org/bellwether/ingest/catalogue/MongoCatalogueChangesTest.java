package org.bellwether.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bellwether.ingest.OwnStore;
import org.bellwether.ingest.backend.StoreRefusedException;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps in a real store, folded, and written by other hands. */
class MongoCatalogueChangesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(2));
    private static final String FILE = """
            feeds:
              - {id: a, url: 'https://a.example/'}
              - {id: b, url: 'https://b.example/'}
            """;

    @RegisterExtension
    static final OwnStore STORE = new OwnStore();

    private final MongoDatabase database = STORE.client().getDatabase("steps-" + UUID.randomUUID());
    private final MongoCollection<Document> written = database.getCollection("catalogue_changes");
    private final CatalogueEdits edits = new CatalogueEdits(URI::toString);
    private final LiveCatalogue live = live();
    private final MongoCatalogueChanges steps = new MongoCatalogueChanges(database);

    @Test
    void manyOldStepsBecomeOneThatComesToTheSame() {
        LiveCatalogue behind = live();
        add("mine", NOON);
        add("gone", NOON);
        behind.refresh();
        rename("a", 60, NOON);
        rename("mine", 60, NOON);
        live.change(now -> edits.remove(now, "gone", new Stamp(NOON, "admin")));
        live.change(now -> edits.pause(now, "b", "resting", new Stamp(LATER, "admin")));
        List<FeedChange> before = live.changes();

        assertThat(steps.fold(LATER)).isEqualTo(122);

        assertThat(written.countDocuments()).isEqualTo(2);
        assertThat(restarted().changes()).isEqualTo(before);
        behind.refresh();
        assertThat(behind.changes()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(behind.current().byId("gone")).isEmpty();
        add("next", LATER);
        assertThat(restarted().changes()).isEqualTo(live.changes());
        assertThat(steps.fold(LATER)).isZero();
    }

    @Test
    void whatWasFoldedIsFoldedAnew() {
        add("gone", NOON);
        rename("a", 120, NOON);
        steps.fold(LATER);
        live.change(now -> edits.remove(now, "gone", new Stamp(NOON, "admin")));
        rename("a", 120, NOON);

        assertThat(steps.fold(LATER)).isEqualTo(121);

        assertThat(written.countDocuments()).isEqualTo(1);
        assertThat(restarted().changes()).isEqualTo(live.changes()).hasSize(2);
    }

    @Test
    void aFoldThatIsCutOffHalfWayHarmsNobody() {
        add("gone", NOON);
        live.change(now -> edits.remove(now, "gone", new Stamp(NOON, "admin")));
        rename("a", 120, NOON);
        List<Document> all = written.find().into(new ArrayList<>());
        steps.fold(LATER);
        // As if the earlier ones had not been removed, or only some.
        written.insertMany(all.subList(0, 60));

        assertThat(restarted().changes()).isEqualTo(live.changes());
        steps.fold(LATER);
        assertThat(restarted().changes()).isEqualTo(live.changes());
    }

    @Test
    void aStepThatIsLargerThanADocumentMayBeIsRefusedAsAWhole() {
        Stamp stamp = new Stamp(NOON, "admin");
        FeedMembers large =
                FeedMembers.NONE.with("url", "https://mine.example/").with("name", "n".repeat(18 << 20));

        assertThatThrownBy(() -> steps.append(
                        new ChangeStep(1, List.of(FeedChange.none("mine", stamp).ofItsOwn(large, stamp)))))
                .isInstanceOf(StoreRefusedException.class);
        assertThat(written.countDocuments()).isZero();
    }

    @Test
    void fewOrRecentStepsStayAsTheyAre() {
        rename("a", 99, NOON);
        assertThat(steps.fold(LATER)).isZero();

        rename("a", 99, LATER);
        assertThat(steps.fold(LATER)).isZero();
    }

    @Test
    void whatAnotherReleaseWroteIsKeptAsItIs() {
        rename("a", 50, NOON);
        Document foreign = new Document("feed", "b").append("weight", 7);
        written.updateOne(Filters.eq("_id", 20L), Updates.push("changes", foreign));
        rename("a", 70, NOON);
        steps.fold(LATER);

        assertThat(written.find().first().getList("changes", Document.class)).contains(foreign);

        rename("a", 60, NOON);
        written.updateOne(Filters.eq("_id", 180L), Updates.set("kind", "of another release"));
        assertThat(steps.fold(LATER)).isZero();
        rename("a", 60, NOON);
        assertThat(steps.fold(LATER)).isZero();
        assertThat(written.find(Filters.eq("_id", 180L)).first()).containsEntry("kind", "of another release");
    }

    @Test
    void aChangeThatCannotBeReadTakesNothingFromTheOneBeforeItWhenBothAreFolded() {
        rename("b", 1, NOON);
        rename("a", 120, NOON);
        Document foreign = new Document("feed", "b").append("weight", 7);
        written.updateOne(Filters.eq("_id", 20L), Updates.push("changes", foreign));
        String before = restarted().current().byId("b").orElseThrow().name();

        assertThat(steps.fold(LATER)).isPositive();

        assertThat(restarted().current().byId("b").orElseThrow().name()).isEqualTo(before);
        assertThat(before).isNotEqualTo("b");
        assertThat(written.find().first().getList("changes", Document.class)).contains(foreign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{changes: 'none'}",
                "{changes: ['x']}",
                "{changes: [{feed: 5}]}",
                "{changes: [{feed: 'b', members: 'none', stamp: {at: 5, by: 'x'}}]}",
                "{}"
            })
    void aStepThatCannotBeReadCostsNoOther(String step) {
        rename("a", 1, NOON);
        written.insertOne(Document.parse(step).append("_id", 2));

        assertThat(restarted().current().byId("a").orElseThrow().name()).isEqualTo("A 1");
        live.refresh();
        rename("a", 1, NOON);
        assertThat(restarted().current().feeds()).hasSize(2);
    }

    @Test
    void ofAFeedWithAMemberThatOnlyANewerReleaseKnowsTheOthersCount() {
        rename("a", 1, NOON);
        written.updateOne(
                Filters.eq("_id", 1L),
                Updates.push("changes.0.members", new Document("name", "mood").append("value", "good")));

        assertThat(restarted().current().byId("a").orElseThrow().name()).isEqualTo("A 1");
    }

    @Test
    void everyChangeComesBackAsItWasMadeWithAllAndWithNothingThatMayBeLeftOut() {
        Stamp stamp = new Stamp(NOON, "admin");
        add("mine", NOON);
        live.change(now -> edits.pause(now, "mine", "resting", stamp));
        live.change(now -> edits.pause(now, "a", null, stamp));
        live.change(now -> edits.remove(now, "b", stamp));

        assertThat(live.changes()).hasSize(3);
        assertThat(restarted().changes()).isEqualTo(live.changes());
        assertThat(restarted().changes()).extracting(FeedChange::pause).contains(new Pause(null, stamp));
        steps.fold(LATER);
        assertThat(restarted().changes()).isEqualTo(live.changes());
    }

    private void add(String id, Instant at) {
        FeedMembers members = FeedMembers.NONE.with("id", id).with("url", "https://" + id + ".example/");
        live.change(now -> edits.add(now, members, new Stamp(at, "admin")));
    }

    private void rename(String id, int times, Instant at) {
        for (int i = 1; i <= times; i++) {
            String name = "A " + i;
            live.change(now -> edits.change(now, id, Map.of("name", Optional.of(name)), new Stamp(at, "admin")));
        }
    }

    private LiveCatalogue restarted() {
        LiveCatalogue restarted = live();
        restarted.refresh();
        return restarted;
    }

    private LiveCatalogue live() {
        return new LiveCatalogue(
                CatalogueReader.read("mine.yaml", FILE, URI::toString),
                new MongoCatalogueChanges(database),
                URI::toString);
    }
}
