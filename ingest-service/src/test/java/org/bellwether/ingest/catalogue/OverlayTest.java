package org.bellwether.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.events.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people did stays done whatever becomes of the file, and undone where it makes no sense any more. */
class OverlayTest {

    private static final Stamp NOW = new Stamp(Instant.parse("2026-11-20T12:00:00Z"), "admin");
    private static final String FILE = """
            feeds:
              - {id: a, url: 'https://a.example/', name: A, language: ko, interval: PT5M}
              - {id: b, url: 'https://b.example/', listing: {item: li, title: h2}}
            """;

    private final CatalogueEdits edits = new CatalogueEdits(OverlayTest::identity);
    private final Steps steps = new Steps();

    @Test
    void withoutChangesItIsTheFile() {
        assertThat(live(FILE).refresh().feeds()).isEqualTo(file(FILE).feeds());
    }

    @Test
    void aChangedMemberStaysWhenTheFileChangesAndTheOthersFollowIt() {
        change(FILE, now -> edits.change(now, "a", Map.of("name", Optional.of("Mine")), NOW));

        Feed feed = live(FILE.replace("name: A", "name: Theirs").replace("PT5M", "PT1H"))
                .refresh()
                .byId("a")
                .orElseThrow();

        assertThat(feed.name()).isEqualTo("Mine");
        assertThat(feed.interval()).hasHours(1);
        assertThat(feed.language()).isEqualTo("ko");
    }

    @Test
    void aMemberOfAListingIsChangedAndTakenBackAlone() {
        change(
                FILE,
                now -> edits.change(
                        now,
                        "b",
                        Map.of("listing.title", Optional.of("h3"), "listing.date", Optional.of("time")),
                        NOW));
        assertThat(live(FILE).refresh().byId("b").orElseThrow().listing())
                .isEqualTo(new Listing("li", "h3", null, "time", null));

        change(FILE, now -> edits.change(now, "b", Map.of("listing.title", Optional.empty()), NOW));
        assertThat(live(FILE).refresh().byId("b").orElseThrow().listing())
                .isEqualTo(new Listing("li", "h2", null, "time", null));
    }

    @Test
    void aFeedThatIsAddedHereAndLaterInTheFileIsOneFeedWithWhatWasWrittenHere() {
        change(FILE, now -> edits.add(now, members("id", "c", "url", "https://c.example/", "name", "Mine"), NOW));
        String shippedLater = FILE + "  - {id: c, url: 'https://c.example/moved', group: wires}\n";

        CatalogueEntry entry = live(shippedLater).refresh().entry("c").orElseThrow();

        assertThat(entry.origin()).isEqualTo(Origin.CATALOGUE);
        assertThat(entry.feed().name()).isEqualTo("Mine");
        assertThat(entry.feed().group()).isEqualTo("wires");
        change(shippedLater, now -> edits.remove(now, "c", NOW));
        assertThat(live(shippedLater).refresh().byId("c")).isEmpty();
        change(shippedLater, now -> edits.takeBack(now, "c", NOW));
        assertThat(live(shippedLater).refresh().byId("c").orElseThrow().url()).hasPath("/moved");
    }

    @Test
    void aChangeOfAFeedThatLeftTheFileWaitsForItsReturn() {
        change(FILE, now -> edits.pause(now, "a", "quiet", NOW));
        String without = "feeds: [{id: b, url: 'https://b.example/'}]";

        Overlay overlay = Overlay.of(file(without), changes(), OverlayTest::identity);

        assertThat(overlay.catalogue().feeds()).extracting(Feed::id).containsExactly("b");
        assertThat(overlay.passedOver()).singleElement().asString().contains("feed a", "no longer in the file");
        assertThat(live(FILE).refresh().byId("a").orElseThrow().reason()).isEqualTo("paused: quiet");
    }

    @Test
    void aChangeThatNoLongerFitsLeavesTheFeedAsTheFileHasIt() {
        FeedChange ofAnotherRelease = FeedChange.none("a", NOW).with(members("interval", "now and then"), NOW);

        Overlay overlay = Overlay.of(file(FILE), Map.of("a", ofAnotherRelease), OverlayTest::identity);

        assertThat(overlay.catalogue().byId("a").orElseThrow().interval()).hasMinutes(5);
        assertThat(overlay.passedOver()).singleElement().asString().contains("feed a: interval");
    }

    @Test
    void whatIsTakenBackDoesNotBringAnAddressBackThatAnotherFeedHasByNow() {
        change(FILE, now -> edits.remove(now, "a", NOW));
        change(FILE, now -> edits.change(now, "b", Map.of("url", Optional.of("https://moved.example/")), NOW));
        change(FILE, now -> edits.add(now, members("id", "c", "url", "https://a.example/"), NOW));
        change(FILE, now -> edits.add(now, members("id", "d", "url", "https://b.example/"), NOW));

        EditPlan first = live(FILE).change(now -> edits.takeBack(now, "a", NOW));
        EditPlan second = live(FILE).change(now -> edits.takeBack(now, "b", NOW));
        assertThat(first).isEqualTo(new EditPlan.Taken("url", "https://a.example/", "c"));
        assertThat(second).isEqualTo(new EditPlan.Taken("url", "https://b.example/", "d"));

        change(FILE, now -> edits.remove(now, "c", NOW));
        change(FILE, now -> edits.takeBack(now, "a", NOW));
        assertThat(live(FILE).refresh().byId("a")).isPresent();
    }

    @Test
    @Timeout(10)
    void manyFeedsOfOneNameAreNumberedInOneGo() {
        Directory directory = edits.directory(file(FILE));
        for (int i = 1; i <= 20_000; i++) {
            edits.add(directory, members("name", "Desk", "url", "https://desk.example/" + i), NOW);
        }

        assertThat(edits.add(directory, members("name", "Desk", "url", "https://desk.example/last"), NOW))
                .isInstanceOfSatisfying(
                        EditPlan.Accepted.class,
                        plan -> assertThat(plan.feedId()).isEqualTo("desk-20001"));
    }

    @Test
    void aFeedThatIsTurnedOffAndNotPausedIsNotResumed() {
        change(FILE, now -> edits.change(now, "a", Map.of("enabled", Optional.of("false")), NOW));

        EditPlan off = live(FILE).change(now -> edits.resume(now, "a", NOW));
        EditPlan on = live(FILE).change(now -> edits.resume(now, "b", NOW));

        assertThat(off)
                .isInstanceOfSatisfying(
                        EditPlan.Impossible.class,
                        plan -> assertThat(plan.reason())
                                .contains("not paused", "PATCH /api/feeds/a with {\"enabled\": true}"));
        assertThat(on).isInstanceOf(EditPlan.Accepted.class);
        change(FILE, now -> edits.pause(now, "a", null, NOW));
        change(FILE, now -> edits.resume(now, "a", NOW));
        assertThat(live(FILE).refresh().byId("a").orElseThrow().enabled()).isFalse();
    }

    @Test
    void theIdOfAnAddedFeedThatWasRemovedIsGivenToNoOther() {
        change(
                FILE,
                now -> edits.add(now, members("name", "Desk", "url", "https://desk.example/", "kind", "gov"), NOW));
        change(FILE, now -> edits.remove(now, "desk", NOW));

        EditPlan made =
                live(FILE).change(now -> edits.add(now, members("name", "Desk", "url", "https://other.example/"), NOW));
        EditPlan given =
                live(FILE).change(now -> edits.add(now, members("id", "desk", "url", "https://third.example/"), NOW));
        EditPlan takenBack = live(FILE).change(now -> edits.takeBack(now, "desk", NOW));

        assertThat(made)
                .isInstanceOfSatisfying(
                        EditPlan.Accepted.class,
                        plan -> assertThat(plan.feedId()).isEqualTo("desk-2"));
        assertThat(given).isEqualTo(new EditPlan.Former("desk", URI.create("https://desk.example/"), false));
        assertThat(takenBack).isEqualTo(new EditPlan.NoSuchFeed("desk"));
        assertThat(live(FILE).refresh().feeds()).extracting(Feed::id).containsExactly("a", "b", "desk-2");
    }

    @Test
    void anAddedFeedThatWasRemovedIsTheSameFeedWhenItIsAddedAtItsAddressAgain() {
        change(
                FILE,
                now -> edits.add(now, members("name", "Desk", "url", "https://desk.example/", "kind", "gov"), NOW));
        change(FILE, now -> edits.remove(now, "desk", NOW));
        change(FILE, now -> edits.add(now, members("name", "Other", "url", "https://desk.example/"), NOW));

        Feed feed = live(FILE).refresh().byId("desk").orElseThrow();

        assertThat(feed.name()).isEqualTo("Other");
        assertThat(feed.publisher().kind()).isEqualTo(SourceKind.NEWS);
    }

    @Test
    void aFeedOfTheFileThatWasRemovedIsTheSameFeedWhenItIsAddedAtItsAddressAgain() {
        change(FILE, now -> edits.remove(now, "a", NOW));
        change(FILE, now -> edits.add(now, members("name", "Other", "url", "https://a.example/"), NOW));

        assertThat(live(FILE).refresh().feeds()).extracting(Feed::id).containsExactly("a", "b");
        assertThat(live(FILE).refresh().byId("a").orElseThrow().name()).isEqualTo("Other");
        change(FILE, now -> edits.takeBack(now, "a", NOW));
        assertThat(live(FILE).refresh().byId("a").orElseThrow().name()).isEqualTo("A");
    }

    @Test
    void aFeedThatWasMovedAndRemovedIsKnownByTheAddressAtWhichItWasReadLast() {
        change(FILE, now -> edits.add(now, members("id", "c", "url", "https://c.example/"), NOW));
        change(FILE, now -> edits.change(now, "c", Map.of("url", Optional.of("https://moved.example/")), NOW));
        change(FILE, now -> edits.remove(now, "c", NOW));

        EditPlan first = live(FILE).change(now -> edits.add(now, members("id", "c", "url", "https://c.example/"), NOW));

        assertThat(first).isEqualTo(new EditPlan.Former("c", URI.create("https://moved.example/"), false));
        change(FILE, now -> edits.add(now, members("id", "c", "url", "https://moved.example/"), NOW));
    }

    @Test
    void theIdOfAFeedOfTheFileThatWasRemovedStaysItsOwnEvenWhenTheFileLosesIt() {
        change(FILE, now -> edits.remove(now, "a", NOW));
        FeedMembers other = members("id", "a", "url", "https://other.example/");
        String without = "feeds: [{id: b, url: 'https://b.example/'}]";

        assertThat(live(FILE).<EditPlan>change(now -> edits.add(now, other, NOW)))
                .isEqualTo(new EditPlan.Former("a", URI.create("https://a.example/"), true));
        assertThat(live(without).<EditPlan>change(now -> edits.add(now, other, NOW)))
                .isEqualTo(new EditPlan.Former("a", URI.create("https://a.example/"), false));
        change(FILE, now -> edits.add(now, members("id", "a", "url", "https://a.example/", "name", "Again"), NOW));
        assertThat(live(FILE).refresh().byId("a").orElseThrow().name()).isEqualTo("Again");
    }

    @Test
    void aRemovedFeedDoesNotHideItselfWhenTheFileHasItLater() {
        addAndRemove("c", "https://c.example/feed");
        String shippedLater = FILE + "  - {id: c, url: 'https://c.example/feed/', name: Theirs}\n";

        assertThat(live(shippedLater).refresh().byId("c").orElseThrow().name()).isEqualTo("Theirs");
        change(shippedLater, now -> edits.change(now, "c", Map.of("url", Optional.of("https://moved.example/")), NOW));
        change(shippedLater, now -> edits.add(now, members("name", "C", "url", "https://c.example/feed"), NOW));
        assertThat(live(shippedLater).refresh().feeds()).extracting(Feed::id).containsExactly("a", "b", "c", "c-2");
    }

    @Test
    void theFileDoesNotGiveTheIdOfARemovedFeedToAnother() {
        addAndRemove("c", "https://mine.example/");
        String shippedLater = FILE + "  - {id: c, url: 'https://c.example/', group: wires}\n";

        Overlay overlay = Overlay.of(file(shippedLater), changes(), OverlayTest::identity);

        assertThat(overlay.catalogue().feeds()).extracting(Feed::id).containsExactly("a", "b");
        assertThat(overlay.catalogue().former()).containsEntry("c", URI.create("https://mine.example/"));
        assertThat(overlay.passedOver())
                .singleElement()
                .asString()
                .startsWith("feed c of the file")
                .contains("read at https://mine.example/", "another id", "POST /api/feeds?unchecked=true", "PATCH");
    }

    @Test
    void aFeedThatMovedWhileItWasRemovedIsAddedWhereItWasAndThenMoved() {
        addAndRemove("c", "https://mine.example/");
        String shippedLater = FILE + "  - {id: c, url: 'https://c.example/', group: wires}\n";

        change(shippedLater, now -> edits.add(now, members("url", "https://mine.example/"), NOW));
        change(shippedLater, now -> edits.change(now, "c", Map.of("url", Optional.empty()), NOW));

        Feed feed = live(shippedLater).refresh().byId("c").orElseThrow();
        assertThat(feed.url()).hasHost("c.example");
        assertThat(feed.group()).isEqualTo("wires");
    }

    @Test
    void anIdThatLeftTheFileIsGivenToNoOtherWhileAnythingOfItsFeedIsRemembered() {
        URI before = URI.create("https://left.example/");
        CatalogueEdits knowing =
                new CatalogueEdits(URI::toString, id -> id.equals("left") ? Optional.of(before) : Optional.empty());

        EditPlan given = knowing.add(file(FILE), members("id", "left", "url", "https://other.example/"), NOW);
        EditPlan made = knowing.add(file(FILE), members("name", "Left", "url", "https://other.example/"), NOW);
        EditPlan same = knowing.add(file(FILE), members("id", "left", "url", "https://left.example/"), NOW);

        assertThat(given).isEqualTo(new EditPlan.Former("left", before, false));
        assertThat(((EditPlan.Accepted) made).feedId()).isEqualTo("left-2");
        assertThat(same).isInstanceOf(EditPlan.Accepted.class);
    }

    @Test
    void whatAnotherInstanceDidMeanwhileIsTakenIntoAccount() {
        LiveCatalogue here = live(FILE);
        LiveCatalogue there = live(FILE);
        here.refresh();
        there.change(now -> edits.add(now, members("id", "c", "url", "https://c.example/"), NOW));

        EditPlan late = here.change(now -> edits.add(now, members("id", "c", "url", "https://other.example/"), NOW));

        assertThat(late).isEqualTo(new EditPlan.Taken("id", "c", "c"));
        assertThat(here.current().byId("c").orElseThrow().url()).hasHost("c.example");
    }

    @Test
    void aStepThatAnotherWasFasterWithIsPlannedAnew() {
        LiveCatalogue there = live(FILE);
        steps.beforeAppending = () -> there.change(now -> edits.pause(now, "b", null, NOW));
        LiveCatalogue here = live(FILE);

        here.change(now -> edits.pause(now, "a", null, NOW));

        assertThat(here.current().feeds()).extracting(Feed::enabled).containsExactly(false, false);
        assertThat(steps.taken).extracting(ChangeStep::revision).containsExactly(1L, 2L);
    }

    private void change(String yaml, Function<Catalogue, EditPlan> edit) {
        assertThat(live(yaml).change(edit)).isInstanceOf(EditPlan.Accepted.class);
    }

    private void addAndRemove(String id, String url) {
        change(FILE, now -> edits.add(now, members("id", id, "url", url), NOW));
        change(FILE, now -> edits.remove(now, id, NOW));
    }

    private Map<String, FeedChange> changes() {
        LiveCatalogue live = live(FILE);
        live.refresh();
        return live.changes().stream().collect(Collectors.toMap(FeedChange::feedId, Function.identity()));
    }

    /** As a service that has just started has it. */
    private LiveCatalogue live(String yaml) {
        return new LiveCatalogue(file(yaml), steps, OverlayTest::identity);
    }

    private static Catalogue file(String yaml) {
        return CatalogueReader.read("mine.yaml", yaml, OverlayTest::identity);
    }

    /** A last slash makes no other address. */
    private static String identity(URI url) {
        return url.toString().replaceFirst("/$", "");
    }

    private static FeedMembers members(String... namesAndValues) {
        FeedMembers members = FeedMembers.NONE;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members = members.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    /** What the store does, in memory. */
    private static final class Steps implements CatalogueChanges {

        private final List<ChangeStep> taken = new ArrayList<>();
        private Runnable beforeAppending = () -> {};

        @Override
        public List<ChangeStep> after(long revision) {
            return taken.stream().filter(step -> step.revision() > revision).toList();
        }

        @Override
        public boolean append(ChangeStep step) {
            Runnable first = beforeAppending;
            beforeAppending = () -> {};
            first.run();
            return step.revision() == taken.size() + 1 && taken.add(step);
        }
    }
}
