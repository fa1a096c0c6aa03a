package org.bellwether.alert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.testkit.Fixtures.taggedItem;

import java.util.List;
import org.bellwether.events.Act;
import org.bellwether.events.Evidence;
import org.bellwether.events.Quote;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.TextField;
import org.junit.jupiter.api.Test;

class QuotesTest {

    @Test
    void quotesTheSentenceWithTheEvidenceMarked() {
        String text = "The weather was fine. Seoul must pay five billion dollars, he said. Then he left.";

        Quote quote = quotes(text, "five billion dollars", "pay").get(0);

        assertThat(quote.text()).isEqualTo("Seoul must pay five billion dollars, he said.");
        assertThat(marked(quote)).containsExactly("pay", "five billion dollars");
    }

    @Test
    void anAbbreviationEndsNoSentence() {
        String text = "It rained. A senior U.S. official told Gen. Brunson of the demand, a second U.S. source said.";

        assertThat(quotes(text, "demand").get(0).text()).isEqualTo(text.substring("It rained. ".length()));
    }

    @Test
    void cutsALongSentenceAtWords() {
        String text = "word ".repeat(100) + "evidence " + "word ".repeat(100);

        Quote quote = quotes(text, "evidence").get(0);

        assertThat(quote.text()).hasSizeBetween(300, 500).startsWith("word").endsWith("word");
        assertThat(marked(quote)).containsExactly("evidence");
    }

    @Test
    void aSentenceIsToldOnceThoughEvidenceRunsOnIntoTheNext() {
        List<Quote> quotes = quotes(
                "The brigade stops arriving. About 4,500 leave. Nobody knows.", "brigade", "arriving. About 4,500");

        assertThat(quotes)
                .singleElement()
                .satisfies(
                        quote -> assertThat(quote.text()).isEqualTo("The brigade stops arriving. About 4,500 leave."));
        assertThat(marked(quotes.get(0))).containsExactly("brigade", "arriving. About 4,500");
    }

    @Test
    void overlappingEvidenceIsMarkedOnce() {
        Quote quote = quotes("방위비 분담금 인상을 요구했다.", "방위비 분담금", "분담금 인상").get(0);

        assertThat(marked(quote)).containsExactly("방위비 분담금 인상");
    }

    @Test
    void leavesOutASpanThatDoesNotFitTheText() {
        Evidence beyond = new Evidence(TextField.TEXT, 5, 500, "x", "concept", 1);
        TaggedItem item = taggedItem().text("short").build();

        assertThat(Quotes.alertItem(item, tag(List.of(beyond)), null).quotes()).isEmpty();
    }

    private static List<Quote> quotes(String text, String... evidence) {
        List<Evidence> spans = List.of(evidence).stream()
                .map(words -> new Evidence(
                        TextField.TEXT, text.indexOf(words), text.indexOf(words) + words.length(), words, "concept", 1))
                .toList();
        return Quotes.alertItem(taggedItem().text(text).build(), tag(spans), null)
                .quotes();
    }

    private static Tag tag(List<Evidence> evidence) {
        return new Tag("sma-renegotiation", 0.9, 3, Act.DEMAND, false, evidence);
    }

    private static List<String> marked(Quote quote) {
        return quote.marks().stream()
                .map(mark -> quote.text().substring(mark.start(), mark.end()))
                .toList();
    }
}
