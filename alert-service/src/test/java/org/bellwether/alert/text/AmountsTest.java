package org.bellwether.alert.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellwether.web.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10080000000    | USD     | US$10.08 billion | 100억 8000만 달러
            2000000000     | USD     | US$2 billion     | 20억 달러
            350000000000   | USD     | US$350 billion   | 3500억 달러
            1520000000000  | KRW     | ₩1.52 trillion   | 1조 5200억 원
            19999999999999 | KRW     | ₩20 trillion     | 20조 원
            999999         | USD     | US$999,999       | 99만9999달러
            1000000        | USD     | US$1 million     | 100만 달러
            9500           | USD     | US$9,500         | 9500달러
            12.5           | USD     | US$12.5          | 12.5달러
            28500          | people  | 28,500 people    | 2만8500명
            20000          | people  | 20,000 people    | 2만 명
            4500           | people  | 4,500 people     | 4500명
            0              | people  | 0 people         | 0명
            15             | percent | 15%              | 15%
            3              | count   | 3                | 3
            7              | EUR     | 7 EUR            | 7 EUR
            """)
    void areWrittenAsEachLanguageWritesThem(double value, String unit, String english, String korean) {
        assertThat(Amounts.of(value, unit, Language.EN)).isEqualTo(english);
        assertThat(Amounts.of(value, unit, Language.KO)).isEqualTo(korean);
    }
}
