package org.bellwether.classify.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pay $10 billion a year                    | 10000000000 USD year EXACTLY
            tariffs of 10 to 20 percent               | 10..20 percent RANGE
            관세 10~20% 부과                           | 10..20 percent RANGE
            up to 28,500 troops                       | 28500 people UP_TO
            주한미군 2만8500명                          | 28500 people EXACTLY
            주한미군 2만 8,500명                        | 28500 people EXACTLY
            주한미군 2만8천500명 이상                    | 28500 people AT_LEAST
            방위비 1조5200억원                          | 1520000000000 KRW EXACTLY
            약 100억 달러                              | 10000000000 USD ABOUT
            연간 50억달러                              | 5000000000 USD year EXACTLY
            1.52 trillion won in 2026                 | 1520000000000 KRW EXACTLY
            at least $5 billion                       | 5000000000 USD AT_LEAST
            북한군 1만1000여명 파병                      | 11000 people ABOUT
            between $5 billion and $10 billion        | 5000000000..10000000000 USD RANGE
            $5 billion and $10 billion                | 5000000000 USD EXACTLY; 10000000000 USD EXACTLY
            on 20 January 2025                        | ''
            999999999999999999 dollars                | ''
            900000000000조원                           | ''
            1,000조원                                  | 1000000000000000 KRW EXACTLY
            """)
    void readsFigures(String text, String expected) {
        String found = QuantityFinder.find(text).stream()
                .map(q -> q.value().toPlainString()
                        + (q.valueTo() == null ? "" : ".." + q.valueTo().toPlainString())
                        + " " + q.unit()
                        + (q.per() == null ? "" : " " + q.per())
                        + " " + q.qualifier())
                .collect(Collectors.joining("; "));

        assertThat(found).isEqualTo(expected);
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
