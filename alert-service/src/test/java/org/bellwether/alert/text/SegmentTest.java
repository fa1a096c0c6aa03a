package org.bellwether.alert.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.events.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentTest {

    /** Text, pieces of it that are evidence, and how it is to read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Seoul must pay more         | must pay; pay more     | Seoul *must pay more*",
                "Seoul must pay more         | must; pay              | Seoul *must pay* more",
                "Seoul must pay more         | must;  pay             | Seoul *must pay* more",
                "Seoul must pay more         | ' must '               | Seoul *must* pay more",
                "pay $10 billion a year      | billion                | pay *$10 billion* a year",
                "pay $10 billion a year      | pay $10; $10 billion   | *pay $10 billion* a year",
                "cut to 28,500 troops        | 500                    | cut to *28,500* troops",
                "from 2.4% to 3.5 percent    | 5 per                  | from 2.4% to *3.5 percent*",
                "renegotiation of the deal   | negotia                | *renegotiation* of the deal",
                "a demand. Seoul must pay.   | demand. Seoul          | a *demand*. *Seoul* must pay.",
                "He said \"no.\" Then more.  | no.\" Then             | He said \"*no*.\" *Then* more.",
                "the U.S. Forces in Korea    | U.S. Forces            | the *U.S. Forces* in Korea",
                "Gen. Brunson said           | Gen. Brunson           | *Gen. Brunson* said",
                "방위비 분담금을 올려라        | 분담금                  | 방위비 *분담금*을 올려라",
                "방위비 분담금을 올려라        | 분담                    | 방위비 *분담금을* 올려라",
                "미국이 증액을 요구했다        | 요구                    | 미국이 증액을 *요구했다*",
                "방위비분담금 인상             | 분담금                  | *방위비분담금* 인상",
                "주한미군 2만8500명에서 감축   | 8500                   | 주한미군 *2만8500명*에서 감축",
                "총 100억 8000만 달러를 요구   | 달러                    | 총 *100억 8000만 달러*를 요구",
                "100억 달러 요구              | 100억; 달러             | *100억 달러* 요구",
                "감축한다. 미국은 요구했다.     | 감축한다. 미국은          | *감축한다*. *미국은* 요구했다.",
                "THAAD를 철수하라             | THAAD                  | *THAAD*를 철수하라",
                "미국이 SMA를 요구했다         | SMA                    | 미국이 *SMA*를 요구했다",
                "approx.  five times more     | approx.  five          | *approx.  five* times more",
                "要求した。米国は増額した。      | 要求した。米国は          | *要求した*。*米国は増額した*。",
            })
    void marksReadAsWordsAndQuantitiesWithinASentence(String text, String evidence, String read) {
        List<Quote.Mark> marks = Stream.of(evidence.split(";"))
                .map(piece -> piece.startsWith(" ") && evidence.contains(";") ? piece.substring(1) : piece)
                .map(piece -> new Quote.Mark(text.indexOf(piece), text.indexOf(piece) + piece.length()))
                .toList();

        List<Segment> segments = Segment.of(text, marks);

        assertThat(segments.stream()
                        .map(segment -> segment.marked() ? "*" + segment.text() + "*" : segment.text())
                        .collect(Collectors.joining()))
                .isEqualTo(read);
        assertThat(joined(segments)).isEqualTo(text);
    }

    /** The stack of a thread that serves requests is not larger; the text is what a publisher wrote. */
    @ParameterizedTest
    @ValueSource(strings = {"만", "만 ", "만1", "만1.1", ",1", ".", "。", ". ", "\"", "  "})
    void noTextIsTooRepetitive(String piece) throws InterruptedException {
        String text = "1" + piece.repeat(4_000);
        AtomicReference<String> outcome = new AtomicReference<>("");
        Runnable cut = () -> outcome.set(joined(Segment.of(text, List.of(new Quote.Mark(0, 1)))));
        Thread small = new Thread(null, cut, "small stack", 128 * 1024);
        small.setUncaughtExceptionHandler((thread, failure) -> outcome.set(failure.toString()));
        small.start();
        small.join();

        assertThat(outcome.get()).isEqualTo(text);
    }

    private static String joined(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }

    @Test
    void marksMayReachBeyondTheTextAndComeInAnyOrder() {
        assertThat(Segment.of("ab cd ef", List.of(new Quote.Mark(6, 99), new Quote.Mark(-3, 2), new Quote.Mark(9, 4))))
                .containsExactly(new Segment("ab", true), new Segment(" cd ", false), new Segment("ef", true));
        assertThat(Segment.of("ab\ncd", List.of(new Quote.Mark(0, 5))))
                .containsExactly(new Segment("ab", true), new Segment("\n", false), new Segment("cd", true));
        assertThat(Segment.of("a😀b", List.of(new Quote.Mark(2, 4))))
                .containsExactly(new Segment("a", false), new Segment("😀b", true));
        assertThat(Segment.of("abc", List.of())).containsExactly(new Segment("abc", false));
        assertThat(Segment.of("", List.of(new Quote.Mark(0, 3)))).isEmpty();
    }
}
