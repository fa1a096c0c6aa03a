package org.bellwether.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bellwether.ingest.item.Revision.Publish;
import org.bellwether.ingest.item.Revision.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a correction. */
class RevisionTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String TEASER = "The envoy named the sum on Tuesday, and Seoul said that it would";
    private static final String FULL =
            TEASER + " study the demand before the talks go on next month in Washington. So said two officials.";

    private @Nullable SeenItem seen;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # before: title and text              | after: title and text                  | changed
            Seoul "open" - envoy  | a text         | Seoul “open” – envoy | a text           | -
            Title                 | It's the end.  | Title                | It’s  the\u00a0end. | -
            Title                 | a text         | Title                | a text…           | -
            Title                 | a text         | Title                | a text [...] Read more » | -
            Title                 | a text         | Title                | a text 더보기       | -
            Title [댓글 3]          | a text         | Title [댓글 12]        | a text            | -
            Title (조회 1,204)      | a text         | Title (조회 98)        | a text            | -
            Title                 | a text 조회 3,201      | Title                 | a text 조회 4,000  | -
            추천 3명               | a text               | 추천 5명               | a text            | TITLE
            Sells 5,000 shares    | a text               | Sells 50,000 shares   | a text            | TITLE
            Fired 3 days ago      | a text               | Fired 5 days ago      | a text            | TITLE
            Title                 | It was 3 days ago    | Title                 | It was 5 days ago | TEXT
            Title                 | a text. 3,201 views | Title           | a text. 4,000 views | -
            Title                 | a text (3 hours ago) | Title          | a text (4 hours ago) | -
            Title                 | see https://y.example/1?utm_source=a | Title | see https://y.example/1 | -
            Title                 | ＵＳ－한국 ﬁnal | Title                | US-한국 final       | -
            Title                 | a text         | Titel                | a text            | TITLE
            Title                 | a text         | Title                | another text      | TEXT
            Title                 | a text         | Other                | another text      | TITLE TEXT
            Title                 | 28,500 troops  | Title                | 22,500 troops     | TEXT
            50,000 likes and more | a text         | 60,000 likes and more | a text           | TITLE
            Sum: $5 billion       | a text         | Sum: $1 billion      | a text            | TITLE
            """)
    void onlyWhatReadsOtherwiseIsACorrection(
            String title,
            @Nullable String text,
            String nextTitle,
            @Nullable String nextText,
            @Nullable String changed) {
        take("news", "y", title, text, NOON);

        assertThat(take("news", "y", nextTitle, nextText, NOON.plusSeconds(60))).isEqualTo(changed);
    }

    @Test
    void teaserAndFullTextByTurnsAreOneMoreVersion() {
        take("news", "y", "Title", TEASER + "…", NOON);

        assertThat(take("news", "y", "Title", FULL, after(10))).isEqualTo("TEXT");
        assertThat(take("news", "y", "Title", TEASER + "…", after(20))).isNull();
        assertThat(take("news", "y", "Title", FULL, after(30))).isNull();
        assertThat(take("news", "y", "Title", "", after(40))).isNull();
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void aTextThatLosesItsEndWithoutAWordIsACorrection() {
        take("news", "y", "Title", FULL, NOON);

        assertThat(take("news", "y", "Title", FULL.replace(" So said two officials.", ""), after(10)))
                .isEqualTo("TEXT");
    }

    @Test
    void aTeaserWithAnotherTitleIsACorrectionOfTheTitle() {
        take("news", "y", "Title", FULL, NOON);

        assertThat(take("news", "y", "Other", TEASER + "…", after(10))).isEqualTo("TITLE");
    }

    @Test
    void aHeadlineThatComesBackIsACorrectionOnceAndThenOnceADay() {
        take("news", "y", "A", "text", NOON);

        assertThat(take("news", "y", "B", "text", after(10))).isEqualTo("TITLE");
        assertThat(take("news", "y", "A", "text", after(20))).isEqualTo("TITLE");
        assertThat(take("news", "y", "B", "text", after(30))).isEqualTo("TITLE");
        assertThat(take("news", "y", "A", "text", after(40))).isNull();
        assertThat(take("news", "y", "C", "text", after(50))).isEqualTo("TITLE");
        assertThat(take("news", "y", "A", "text", after(60))).isNull();
        assertThat(take("news", "y", "A", "text", after(60 * 25))).isEqualTo("TITLE");
    }

    @Test
    void aSecondFeedOfTheOwnerPublishesTheLongerTextOnce() {
        take("news", "y", "Title", TEASER + "…", NOON);

        assertThat(take("full", "y", "Title", FULL, after(10))).isEqualTo("TEXT");
        assertThat(take("news", "y", "Title", TEASER + "…", after(20))).isNull();
        assertThat(take("full", "y", "Title", FULL, after(30))).isNull();
        assertThat(take(
                        "full",
                        "y",
                        "Title",
                        FULL + " They did not say any more than that to the press on Tuesday evening.",
                        after(40)))
                .isEqualTo("TEXT");
        assertThat(take("news", "y", "Corrected", TEASER + "…", after(50))).isEqualTo("TITLE");
    }

    @ParameterizedTest
    @CsvSource({"z, Title, long", "y, Worded otherwise, long", "y, Title, other"})
    void noOtherFeedDoesMore(String owner, String title, String text) {
        take("news", "y", "Title", TEASER, NOON);

        String read = text.equals("long")
                ? FULL
                : "Quite another text, and much longer than the first one was, so one might take it.";
        assertThat(take("full", owner, title, read, after(10))).isNull();
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void saysWhyInWords() {
        take("news", "y", "Title", TEASER, NOON);

        assertThat(judge("news", "y", "Title", FULL, after(1)).reason())
                .isEqualTo("the text goes on longer since version 1");
        assertThat(judge("full", "y", "Title", FULL, after(1)).reason())
                .isEqualTo("full has more of the text than version 1");
        assertThat(judge("news", "y", "Title", "Something else", after(1)).reason())
                .isEqualTo("text changed since version 1");
        assertThat(judge("news", "y", "Title", TEASER + " …", after(1)).reason())
                .isEqualTo("only signs, spaces or counters differ from version 1");
    }

    private static Instant after(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private int version() {
        return seen == null ? 0 : seen.version();
    }

    private Revision judge(String feedId, String owner, String title, @Nullable String text, Instant at) {
        return Revision.judge(seen, reading(feedId, owner, title, text == null ? "" : text, at));
    }

    /** What changed, in words, where the reading is published. */
    private @Nullable String take(String feedId, String owner, String title, @Nullable String text, Instant at) {
        if (!(judge(feedId, owner, title, text, at) instanceof Publish publish)) {
            return null;
        }
        Reading reading = reading(feedId, owner, title, text == null ? "" : text, at);
        Edition edition =
                Edition.of(publish, reading.contentHash(), reading.wording(), at, seen == null ? null : seen.edition());
        seen = seen == null
                ? new SeenItem("id", feedId, owner, edition, at, false, false, at)
                : new SeenItem("id", seen.feedId(), seen.owner(), edition, at, false, false, at);
        List<String> changed = new ArrayList<>();
        if (publish.changed() != null) {
            publish.changed().forEach(field -> changed.add(field.name().toUpperCase(Locale.ROOT)));
        }
        return changed.stream().collect(Collectors.joining(" "));
    }

    private static Reading reading(String feedId, String owner, String title, String text, Instant at) {
        return new Reading(feedId, owner, ContentHash.of(title, text), Wording.of(title, text), at);
    }
}
