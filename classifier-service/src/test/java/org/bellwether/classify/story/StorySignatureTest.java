package org.bellwether.classify.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.testkit.DistinctWords;
import org.junit.jupiter.api.Test;

class StorySignatureTest {

    private static final String WIRE =
            "The defence ministry said on Monday that the two allies would begin their autumn"
                    + " exercise next week with fewer field drills than last year, after talks between the two commands.";

    private final TextAnalyser analyser = TextAnalyser.plain();

    @Test
    void aCopyUnderAnotherHeadlineIsTheSameStory() {
        StorySignature agency = signature("Autumn exercise to begin next week, ministry says", WIRE);
        StorySignature paper = signature("Allies to begin smaller autumn exercise", WIRE);

        assertThat(agency.isSameStory(paper)).isTrue();
        assertThat(agency.bands()).containsAnyElementsOf(paper.bands());
    }

    @Test
    void reportsOfOneKindAreStoriesOfTheirOwn() {
        List<StorySignature> reports = IntStream.rangeClosed(1, 200)
                .mapToObj(n -> signature(
                        "Trump threatens " + n + " percent tariffs on South Korean " + DistinctWords.of(n, 3),
                        "The United States would raise tariffs on Korean goods, an official said: "
                                + DistinctWords.of(n, 25)))
                .toList();

        for (int i = 0; i < reports.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(reports.get(i).isSameStory(reports.get(j)))
                        .as("reports %d and %d", i + 1, j + 1)
                        .isFalse();
            }
        }
    }

    @Test
    void isKeptAndReadBack() {
        StorySignature signature = signature("Autumn exercise", WIRE);

        assertThat(StorySignature.ofBytes(signature.bytes()).bands()).isEqualTo(signature.bands());
    }

    private StorySignature signature(String title, String text) {
        return StorySignature.of(analyser.analyse(title), analyser.analyse(text));
    }
}
