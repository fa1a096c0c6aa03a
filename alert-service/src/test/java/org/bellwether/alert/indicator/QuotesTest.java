package org.bellwether.alert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.testkit.Fixtures.taggedItem;

import java.math.BigDecimal;
import java.util.List;
import org.bellwether.events.Act;
import org.bellwether.events.Evidence;
import org.bellwether.events.Quantity;
import org.bellwether.events.Quote;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void theFigureThatCountsIsMarkedWhereverItIsQuoted() {
        String title = "Plan would leave 22,000 troops";
        String text = "Officials want to keep 22,000 troops, not 122,000 or 22,000.5. The plan for "
                + "the twenty-two thousand is new; the 28,500 of today stay on paper.";
        Quantity told = figure(TextField.TITLE, title, "22,000", "22000");
        TaggedItem item = withFigures(
                taggedItem().title(title).text(text).build(),
                told,
                figure(TextField.TEXT, text, "twenty-two thousand", "22000"),
                figure(TextField.TEXT, text, "28,500", "28500"));

        List<Quote> quotes = Quotes.alertItem(
                        item, tag(List.of(evidence(text, "Officials"), evidence(text, "new"))), told)
                .quotes();

        assertThat(quotes.stream().map(QuotesTest::marked))
                .containsExactly(
                        List.of("22,000"), List.of("Officials", "22,000"), List.of("twenty-two thousand", "new"));
    }

    @Test
    void theEndOfARangeIsMarkedWhenItIsTheFigureThatCounts() {
        String title = "Plan would leave 22,000 troops";
        String text = "The plan cuts troops from 28,500 to 22,000 by next year.";
        Quantity told = figure(TextField.TITLE, title, "22,000", "22000");
        Quantity range =
                quantity(TextField.TEXT, text, "28,500 to 22,000", Quantity.Kind.TROOPS, "28500", "22000", "people");
        TaggedItem item = withFigures(taggedItem().title(title).text(text).build(), told, range);

        List<Quote> quotes = Quotes.alertItem(item, tag(List.of(evidence(text, "plan"))), told)
                .quotes();

        assertThat(marked(quotes.get(1))).containsExactly("plan", "22,000");
    }

    @Test
    void aFigureInKoreanIsMarkedBeforeItsParticle() {
        String title = "주한미군 2만2000명으로 감축";
        String text = "미 국방부는 주한미군을 2만2000명까지 줄인다고 했다.";
        Quantity told = figure(TextField.TITLE, title, "2만2000명", "22000");
        TaggedItem item = withFigures(taggedItem().title(title).text(text).build(), told);

        assertThat(Quotes.alertItem(item, tag(List.of(evidence(text, "주한미군"))), told).quotes().stream()
                        .map(QuotesTest::marked))
                .containsExactly(List.of("2만2000명"), List.of("주한미군", "2만2000명"));
    }

    @Test
    void theSameDigitsThatWereReadAsAnotherFigureAreNotMarked() {
        String title = "Troops to fall to 22,000";
        String text = "The demand concerns 22,000 dollars.";
        Quantity told = figure(TextField.TITLE, title, "22,000", "22000");
        Quantity dollars = quantity(TextField.TEXT, text, "22,000 dollars", Quantity.Kind.MONEY, "22000", null, "USD");
        TaggedItem item = withFigures(taggedItem().title(title).text(text).build(), told, dollars);

        assertThat(Quotes.alertItem(item, tag(List.of(evidence(text, "demand"))), told).quotes().stream()
                        .map(QuotesTest::marked))
                .containsExactly(List.of("22,000"), List.of("demand"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The plan costs $22,000 a head.                | false
            The plan costs US$ 22,000 a head.             | false
            The plan costs KRW 22,000 a head.             | false
            The plan costs ₩22,000 a head.                | false
            The plan costs 22,000 won a head.             | false
            The plan needs 22,000 barrels of oil.         | false
            The plan needs 22,000-barrel tanks.           | false
            The plan is off by -22,000 or more.           | false
            The plan: 20,000–22,000 at most.              | false
            The plan asks 22,000명 to leave.               | false
            The plan is about 22,000 percent worse.       | false
            The plan keeps 22,000 by June.                | true
            The plan keeps 22,000, officials say.         | true
            The plan keeps 22,000.                        | true
            The plan keeps 22,000 soldiers; see 22,000.   | true
            """)
    void theSameDigitsWithAnotherUnitAreNotMarked(String text, boolean marked) {
        String title = "Troops to fall to 22,000";
        Quantity told = figure(TextField.TITLE, title, "22,000", "22000");
        TaggedItem item = withFigures(taggedItem().title(title).text(text).build(), told);

        List<Quote> quotes = Quotes.alertItem(item, tag(List.of(evidence(text, "plan"))), told)
                .quotes();

        assertThat(marked(quotes.get(1))).isEqualTo(marked ? List.of("plan", "22,000") : List.of("plan"));
    }

    @Test
    void aFigureWithItsUnitIsMarkedWhateverWordFollows() {
        String title = "Trump wants $10 billion";
        String text = "Seoul is to pay $10 billion yearly, not A$10 billion.";
        Quantity told =
                quantity(TextField.TITLE, title, "$10 billion", Quantity.Kind.MONEY, "10000000000", null, "USD");
        TaggedItem item = withFigures(taggedItem().title(title).text(text).build(), told);

        assertThat(Quotes.alertItem(item, tag(List.of(evidence(text, "Seoul"))), told).quotes().stream()
                        .map(QuotesTest::marked))
                .containsExactly(List.of("$10 billion"), List.of("Seoul", "$10 billion"));
    }

    private static Quantity figure(TextField field, String text, String words, String value) {
        return quantity(field, text, words, Quantity.Kind.TROOPS, value, null, "people");
    }

    private static Quantity quantity(
            TextField field,
            String text,
            String words,
            Quantity.Kind kind,
            String value,
            @Nullable String valueTo,
            String unit) {
        int start = text.indexOf(words);
        return new Quantity(
                words,
                kind,
                new BigDecimal(value),
                valueTo == null ? null : new BigDecimal(valueTo),
                unit,
                null,
                valueTo == null ? Quantity.Qualifier.EXACTLY : Quantity.Qualifier.RANGE,
                null,
                field,
                start,
                start + words.length());
    }

    private static TaggedItem withFigures(TaggedItem item, Quantity... figures) {
        return new TaggedItem(
                item.item(),
                item.language(),
                item.storyId(),
                item.tags(),
                item.actors(),
                List.of(figures),
                item.watches(),
                item.taxonomy(),
                item.taggedAt());
    }

    private static Evidence evidence(String text, String words) {
        int start = text.indexOf(words);
        return new Evidence(TextField.TEXT, start, start + words.length(), words, "concept", 1);
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
