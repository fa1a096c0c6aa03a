package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.bellwether.events.DateProvenance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates told to somebody who reads the page today, which is Friday, 20 November 2026, 21:00 in Seoul. */
class NearDatesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:40Z");
    private static final NearDates SEOUL = new NearDates(ZoneId.of("Asia/Seoul"), NOW);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            방금 전                   | 2026-11-20T12:00:40Z
            just now                 | 2026-11-20T12:00:40Z
            30초 전                   | 2026-11-20T12:00:00Z
            5분 전                    | 2026-11-20T11:55:00Z
            5 mins ago               | 2026-11-20T11:55:00Z
            3시간 전                  | 2026-11-20T09:00:00Z
            3시간전                   | 2026-11-20T09:00:00Z
            2 hours ago              | 2026-11-20T10:00:00Z
            an hour ago              | 2026-11-20T11:00:00Z
            4h ago                   | 2026-11-20T08:00:00Z
            22시간 전                 | 2026-11-19T14:00:00Z
            2일 전                    | 2026-11-17T15:00:00Z
            a day ago                | 2026-11-18T15:00:00Z
            1 week ago               | 2026-11-12T15:00:00Z
            2주 전                    | 2026-11-05T15:00:00Z
            1개월 전                  | 2026-10-19T15:00:00Z
            한 달 전                   | 2026-10-19T15:00:00Z
            2 months ago             | 2026-09-19T15:00:00Z
            1년 전                    | 2025-11-19T15:00:00Z
            오늘                      | 2026-11-19T15:00:00Z
            오늘 14:05                | 2026-11-20T05:05:00Z
            어제                      | 2026-11-18T15:00:00Z
            어제 오후 3:05             | 2026-11-19T06:05:00Z
            그제                      | 2026-11-17T15:00:00Z
            Yesterday, 14:05         | 2026-11-19T05:05:00Z
            today at 3:05 pm         | 2026-11-20T06:05:00Z
            14:05                    | 2026-11-20T05:05:00Z
            23:50                    | 2026-11-19T14:50:00Z
            오전 9:30                 | 2026-11-20T00:30:00Z
            11.19                    | 2026-11-18T15:00:00Z
            11.22                    | 2025-11-21T15:00:00Z
            11-19 09:30              | 2026-11-19T00:30:00Z
            11/19(목) 09:30           | 2026-11-19T00:30:00Z
            11. 19.                  | 2026-11-18T15:00:00Z
            9월 27일                  | 2026-09-26T15:00:00Z
            9월 27일 (일) 오후 7:05     | 2026-09-27T10:05:00Z
            Nov 19                   | 2026-11-18T15:00:00Z
            19 Nov                   | 2026-11-18T15:00:00Z
            Sept. 27th               | 2026-09-26T15:00:00Z
            Dec 31                   | 2025-12-30T15:00:00Z
            29 February              | 2024-02-28T15:00:00Z
            19/11                    | 2026-11-18T15:00:00Z
            """)
    void areReckonedBackFromTheFetch(String text, Instant expected) {
        assertThat(SEOUL.read(text)).contains(new StatedDate(expected, DateProvenance.INFERRED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin    | 03.04.    | 2026-04-02T22:00:00Z
            Europe/London    | 3/4       | 2026-04-02T23:00:00Z
            Asia/Seoul       | 03.04     | 2026-03-03T15:00:00Z
            America/New_York | 3/4       | 2026-03-04T05:00:00Z
            America/New_York | yesterday | 2026-11-19T05:00:00Z
            Pacific/Auckland | today     | 2026-11-20T11:00:00Z
            """)
    void inTheSourcesOwnZoneAndOrder(ZoneId zone, String text, Instant expected) {
        assertThat(new NearDates(zone, NOW).read(text)).contains(new StatedDate(expected, DateProvenance.INFERRED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "1,204",
                "3.14159",
                "13.32",
                "30 February",
                "24:61",
                "Section 12",
                "Decision 12",
                "11.22 %",
                "11.22 crew",
                "in 2 hours",
                "2 hours",
                "3시간",
                "tomorrow",
                "내일",
                "today's news",
                "999999 days ago",
                "5 \u017Fec ago"
            })
    void nothingIsReadIntoOtherWords(String text) {
        assertThat(SEOUL.read(text)).isEmpty();
    }
}
