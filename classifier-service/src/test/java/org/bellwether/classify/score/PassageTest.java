package org.bellwether.classify.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bellwether.classify.match.Matcher;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.events.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageTest {

    private static final TextAnalyser ANALYSER = TextAnalyser.plain();

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "90, 1", "91, 2", "135, 2", "136, 3", "4049, 89", "40000, 89"})
    void passagesCoverTheTextAsFarAsItIsRead(int terms, int passages) {
        AnalysedItem item = item("word ".repeat(terms));

        List<Passage> found = Passage.of(item).passages();

        assertThat(found).hasSize(passages);
        Field text = item.fields().get(1);
        int next = 0;
        for (Passage passage : found) {
            assertThat(passage.from(text)).isLessThanOrEqualTo(next);
            assertThat(passage.to(text))
                    .isBetween(passage.from(text), text.text().size());
            next = passage.to(text);
        }
        assertThat(next).isEqualTo(Math.min(terms, 88 * 45 + 90));
    }

    @ParameterizedTest
    @CsvSource({"0", "500"})
    void eachHasTheTitleFromItsBeginning(int terms) {
        AnalysedItem item = item("word ".repeat(terms));
        Field title = item.fields().get(0);

        assertThat(Passage.of(item).passages()).allSatisfy(passage -> {
            assertThat(passage.from(title)).isZero();
            assertThat(passage.to(title)).isEqualTo(2);
        });
    }

    @Test
    void sentencesAreHeardByThemselvesWhereThereAreTwo() {
        AnalysedItem item = item("Seoul pays more for troops. No. Tokyo watches what Seoul does.");
        Field text = item.fields().get(1);

        assertThat(Passage.of(item).sentences())
                .extracting(passage -> text.text().slice(passage.from(text), passage.to(text) - 1))
                .containsExactly("Seoul pays more for troops", "Tokyo watches what Seoul does");
        assertThat(Passage.of(item("Seoul pays more for troops.")).sentences()).isEmpty();
        assertThat(Passage.of(item("")).sentences()).isEmpty();
    }

    private static AnalysedItem item(String text) {
        Matcher nothing = Matcher.compile(List.of());
        return new AnalysedItem(
                List.of(field(TextField.TITLE, "Press briefing", nothing), field(TextField.TEXT, text, nothing)),
                "en",
                Optional.empty(),
                Optional.empty());
    }

    private static Field field(TextField name, String text, Matcher matcher) {
        AnalysedText analysed = ANALYSER.analyse(text);
        return new Field(name, analysed, matcher.match(analysed));
    }
}
