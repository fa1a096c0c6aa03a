package org.bellwether.classify.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.bellwether.classify.match.Matcher;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.events.Quantity;
import org.bellwether.events.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pay $10 billion a year                    | 10000000000 USD year EXACTLY
            tariffs of 10 to 20 percent               | 10..20 percent RANGE
            관세 10~20% 부과                           | 10..20 percent RANGE
            up to 28,500 troops                       | 28500 troops UP_TO
            주한미군 2만8500명                          | 28500 troops EXACTLY
            주한미군 2만 8,500명                        | 28500 troops EXACTLY
            주한미군 2만8천500명 이상                    | 28500 troops AT_LEAST
            방위비 1조5200억원                          | 1520000000000 KRW EXACTLY
            약 100억 달러                              | 10000000000 USD ABOUT
            연간 50억달러                              | 5000000000 USD year EXACTLY
            1.52 trillion won in 2026                 | 1520000000000 KRW EXACTLY
            at least $5 billion                       | 5000000000 USD AT_LEAST
            북한군 1만1000여명 파병                      | 11000 troops ABOUT
            between $5 billion and $10 billion        | 5000000000..10000000000 USD RANGE
            $5 billion and $10 billion                | 5000000000 USD EXACTLY; 10000000000 USD EXACTLY
            on 20 January 2025                        | ''
            999999999999999999 dollars                | ''
            900000000000조원                           | ''
            1,000조원                                  | 1000000000000000 KRW EXACTLY
            """)
    void readsFigures(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    private static String found(String text) {
        return QuantityFinder.find(text).stream()
                .map(q -> q.value().toPlainString()
                        + (q.valueTo() == null ? "" : ".." + q.valueTo().toPlainString())
                        + " " + (q.kind() == Quantity.Kind.TROOPS ? "troops" : q.unit())
                        + (q.per() == null ? "" : " " + q.per())
                        + " " + q.qualifier())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cut troops in South Korea from 28,500 to 24,000                  | 28500..24000 troops RANGE
            cut troops in South Korea from 28,500 to about 24,000            | 28500..24000 troops RANGE
            cut U.S. forces in South Korea from 28,500 to about 24,000       | 28500..24000 troops RANGE
            cut troops in South Korea from 28,500 to roughly 24,000          | 28500..24000 troops RANGE
            cut troops in South Korea from 28,500 down to some 24,000        | 28500..24000 troops RANGE
            cut troops from nearly 28,500 to no more than 24,000             | 28500..24000 troops RANGE
            reduce USFK from the current 28,500 to fewer than 25,000         | 28500..25000 troops RANGE
            reduce USFK from its existing level of 28,500 to under 25,000    | 28500..25000 troops RANGE
            cut U.S. troops in South Korea to 24,000-25,000                  | 24000..25000 troops RANGE
            cut U.S. troops in South Korea to 24,000–25,000                  | 24000..25000 troops RANGE
            cut U.S. troops in South Korea to 24,000 - 25,000                | 24000..25000 troops RANGE
            cut U.S. troops in South Korea to between 24,000 and 25,000      | 24000..25000 troops RANGE
            keep U.S. troops between about 24,000 and nearly 25,000          | 24000..25000 troops RANGE
            cut U.S. troops to about 24,000 to 25,000                        | 24000..25000 troops RANGE
            reduce USFK from 28,500 to 24,000-25,000                         | 28500 troops EXACTLY; 24000..25000 troops RANGE
            cut troops from about 28,500 to between 24,000 and 25,000        | 28500 troops ABOUT; 24000..25000 troops RANGE
            reduce USFK from 28,500 to about 24,000–4,500 fewer              | 28500..24000 troops RANGE
            from about 28,500 to roughly 24,000 U.S. troops                  | 28500..24000 troops RANGE
            between about 24,000 and almost 25,000 U.S. troops               | 24000..25000 troops RANGE
            reduce the current 28,500 U.S. troops to fewer than 25,000       | 28500 troops EXACTLY; 25000 troops UP_TO
            24,000-25,000 American soldiers                                  | 24000..25000 troops RANGE
            from 10 to more than 20 percent                                  | 10..20 percent RANGE
            """)
    void readsEnglishRangesBehindHedges(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            about             | ABOUT
            around            | ABOUT
            roughly           | ABOUT
            approximately     | ABOUT
            some              | ABOUT
            nearly            | ABOUT
            almost            | ABOUT
            close to          | ABOUT
            about the current | ABOUT
            just about        | ABOUT
            up to             | UP_TO
            at most           | UP_TO
            no more than      | UP_TO
            fewer than        | UP_TO
            less than         | UP_TO
            well under        | UP_TO
            below             | UP_TO
            below the current level of | UP_TO
            as many as        | UP_TO
            at least          | AT_LEAST
            more than         | AT_LEAST
            just over         | AT_LEAST
            no fewer than     | AT_LEAST
            as few as         | AT_LEAST
            the current       | EXACTLY
            its existing      | EXACTLY
            the present       | EXACTLY
            """)
    void saysOfATroopLevelHowExactItIs(String hedge, String qualifier) {
        assertThat(found("bring U.S. troops in South Korea to " + hedge + " 24,000 by 2028"))
                .isEqualTo("24000 troops " + qualifier);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            keep U.S. troops in South Korea from 2025 to about 2028          | ''
            extend the stay of U.S. troops to around 2028                    | ''
            put troops in South Korea on 24-hour alert                       | ''
            bring troops to at least 24,000-hour shifts                      | ''
            raise the cost of troops to about 24,000 won                     | 24000 KRW ABOUT
            raise the cost of troops to 24,000-25,000 dollars                | 24000..25000 USD RANGE
            raise the cost of troops from 20,000 to about 24,000 won         | 20000..24000 KRW RANGE
            raise the upkeep of troops to about $24,000                      | 24000 USD ABOUT
            move troops to more than 10,000 feet                             | ''
            a pullout of U.S. forces was demanded by more than 12,000 people | 12000 people AT_LEAST
            the withdrawal of American forces is opposed by 20,000 workers   | 20000 people EXACTLY
            the withdrawal of U.S. forces would cost up to 15,000 jobs       | 15000 count UP_TO
            U.S. forces airlift to 10,000 Afghans                            | 10000 people EXACTLY
            move troops to at most 10,000-12,000 feet                        | ''
            cut troops to about 1,000,000                                    | 1000000 troops ABOUT
            raise the share of troops to about 20 percent                    | 20 percent ABOUT
            in 2025 and about 10,000 troops                                  | 10000 troops ABOUT
            in 2025 to more than 10,000 troops                               | 10000 troops AT_LEAST
            $3 billion to more than 20 companies                             | 3000000000 USD EXACTLY; 20 count AT_LEAST
            bring USFK to about 24,000 – 4,500 fewer than today              | 24000 troops ABOUT
            bring USFK to about 24,000—4,500 fewer than today                | 24000 troops ABOUT
            """)
    void takesNoOtherNumberForATroopLevel(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            주한미군을 2만8500명에서 약 2만4000명으로 감축          | 28500 troops EXACTLY; 24000 troops ABOUT
            주한미군을 2만8500명에서 2만4000명으로 감축             | 28500..24000 troops RANGE
            주한미군 2만4000~2만5000명                          | 24000..25000 troops RANGE
            주한미군을 최대 2만4000명 수준으로                     | 24000 troops UP_TO
            주한미군을 최소 2만4000명 이상 유지                    | 24000 troops AT_LEAST
            주한미군 2만5000명 미만                             | 25000 troops UP_TO
            """)
    void readsKoreanTroopLevels(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @Test
    void aHeadlineThatDoesNotSayWhoIsCountedTakesItFromTheText() {
        List<Field> fields = List.of(
                field(TextField.TITLE, "4천500명 괌으로…美 비공식 검토안"),
                field(TextField.TEXT, "국방부가 주한미군 4천500명을 괌으로 옮기는 안을 검토했다. 기자 20명이 들었다."));

        assertThat(QuantityFinder.find(fields, List.of()))
                .extracting(Quantity::text, Quantity::kind)
                .containsExactly(
                        tuple("4천500명", Quantity.Kind.TROOPS),
                        tuple("4천500명", Quantity.Kind.TROOPS),
                        tuple("20명", Quantity.Kind.COUNT));
    }

    private static Field field(TextField name, String text) {
        AnalysedText analysed = TextAnalyser.plain().analyse(text);
        return new Field(name, analysed, Matcher.compile(List.of()).match(analysed));
    }

    @Test
    void aLongRowOfHedgesIsReadInTimeThatGrowsWithItsLength() {
        String row = "troops from about the current level of nearly between 24,000 and about ".repeat(1_500);

        assertThatCode(() -> CompletableFuture.runAsync(() -> QuantityFinder.find(row))
                        .get(10, TimeUnit.SECONDS))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9",
                "1,",
                "1~",
                "1,000 to ",
                "1만",
                "two ",
                "half a ",
                "$",
                "between ",
                "약 ",
                "F-1-",
                "28,500 ",
                "1 000 ",
                "5,000 troops and 300 ",
                "hundred and ",
                "3 billion of those ",
                "서른두 ",
                "5 of "
            })
    void aRowWithoutSenseIsReadInTimeThatGrowsWithItsLength(String part) {
        String row = part.repeat(1_000_000 / part.length());

        assertThatCode(() -> CompletableFuture.runAsync(() -> QuantityFinder.find(row))
                        .get(10, TimeUnit.SECONDS))
                .doesNotThrowAnyException();
    }

    @Test
    void aLongRowOfUnitsNeedsNoMoreStackThanAShortOne() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread small = new Thread(null, () -> QuantityFinder.find("1만".repeat(5_000)), "small", 256 * 1024);
        small.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));

        small.start();
        small.join();

        assertThat(thrown.get()).isNull();
    }
}
