package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.bellwether.events.DateProvenance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sun, 27 Sep 2026 10:00:00 +0900     | 2026-09-27T01:00:00Z
            Sun, 27 Sep 2026 10:00:00 +09:00    | 2026-09-27T01:00:00Z
            Sun, 27 Sep 2026 10:00:00 GMT       | 2026-09-27T10:00:00Z
            Sun, 27 Sep 2026 10:00:00 GMT+9     | 2026-09-27T01:00:00Z
            Sun, 27 Sep 2026 10:00:00 KST       | 2026-09-27T01:00:00Z
            Sun, 27 Sep 26 10:00 EDT            | 2026-09-27T14:00:00Z
            27 September 2026 10:00 UT          | 2026-09-27T10:00:00Z
            Sunday, 27-Sep-26 10:00:00 GMT      | 2026-09-27T10:00:00Z
            Sun Sep 27 10:00:00 UTC 2026        | 2026-09-27T10:00:00Z
            Sun, 27 Sep 2026 24:00:00 GMT       | 2026-09-28T00:00:00Z
            Sun, 27 Sep 2026 10:00:60 GMT       | 2026-09-27T10:00:59Z
            Sun, 27 Sep 2026 10:00:00 +0000 (UTC) | 2026-09-27T10:00:00Z
            2026-11-21 10:00:00 (KST)           | 2026-11-21T01:00:00Z
            2026-11-21 10:00:00+02:00 (KST)     | 2026-11-21T08:00:00Z
            2026-09-27T10:00:00Z                | 2026-09-27T10:00:00Z
            2026-09-27T10:00:00.125+09:00       | 2026-09-27T01:00:00.125Z
            2026-09-27T10:00+0900               | 2026-09-27T01:00:00Z
            2026-09-27 10:00:00 +0900           | 2026-09-27T01:00:00Z
            20260927T100000Z                    | 2026-09-27T10:00:00Z
            2026-09-27t10:00:00z                | 2026-09-27T10:00:00Z
            2026-09-27T10:00:00+09:00 KST       | 2026-09-27T01:00:00Z
            2026-09-27T10:00:00Z[UTC]           | 2026-09-27T10:00:00Z
            Sun, 27 Sep 2026 10:00:00 PT        | 2026-09-27T17:00:00Z
            Sun, 27 Sep 2026 10:00:00 ACST      | 2026-09-27T00:30:00Z
            Sun, 27 Sep 2026 10:00:00 America/New_York | 2026-09-27T14:00:00Z
            Sun Sep 27 2026 10:00:00 GMT+0900 (KST) | 2026-09-27T01:00:00Z
            Sun, 2026/09/27 10:00:00 EDT        | 2026-09-27T14:00:00Z
            27/Sep/2026:10:00:00 +0900          | 2026-09-27T01:00:00Z
            Κυρ, 27 Σεπ 2026 10:00:00 EST       | 2026-09-27T15:00:00Z
            2026-szeptember-27T10:00+02:00      | 2026-09-27T08:00:00Z
            So, 27 Mär 2026 10:00:00 +0100      | 2026-03-27T09:00:00Z
            jeu., 12 févr. 2026 10:00:00 +0100  | 2026-02-12T09:00:00Z
            Sun, 27 (day) Sep 2026 10(hour) : 00 : 00 -0600 (zone) | 2026-09-27T16:00:00Z
            1790000000                          | 2026-09-21T14:13:20Z
            1790000000125                       | 2026-09-21T14:13:20.125Z
            Sun Sep 27 10:00:00 2026 EST        | 2026-09-27T15:00:00Z
            Sun , 27 Sep 2026 10:00:00 MET      | 2026-09-27T09:00:00Z
            Sun, 27 Sep 2026 10:00:00 MEST      | 2026-09-27T08:00:00Z
            Sun, 27 Sep 2026 10:00:00 AT        | 2026-09-27T13:00:00Z
            Sun, 27 Sep 2026 10 +0900           | 2026-09-27T01:00:00Z
            Sun, 27 Sep 2026 10:00:00 --0500    | 2026-09-27T15:00:00Z
            Sun, 27 Sep 2026 10:00:00 00        | 2026-09-27T10:00:00Z
            Sun, 27 Sep 2026 10.00.30 GMT       | 2026-09-27T10:00:30Z
            2026-09-27T10:00:00+09:00:00        | 2026-09-27T01:00:00Z
            2026-09-27T10:00:00:+0900           | 2026-09-27T01:00:00Z
            2026-09-27T10:00:00+09:00Z          | 2026-09-27T01:00:00Z
            2026-09-27T10-00-30Z                | 2026-09-27T10:00:30Z
            2026-09-27 00:00:00.0 10:00:00.0 +0900 | 2026-09-27T01:00:00Z
            2026-09-27T10:00:00-010:00          | 2026-09-27T20:00:00Z
            2026-09-27T10Z                      | 2026-09-27T10:00:00Z
            2026-09-27T10+09:00                 | 2026-09-27T01:00:00Z
            日, 27 9 2026 10:00:00 PDT           | 2026-09-27T17:00:00Z
            2026-009-27T10:00:00Z               | 2026-09-27T10:00:00Z
            10:00 27.09.2026 +0900              | 2026-09-27T01:00:00Z
            Thu, 01 Jan 1970 00:00:01 GMT       | 1970-01-01T00:00:01Z
            Tue, 03 Dec 1968 10:14:55 GMT       | 1968-12-03T10:14:55Z
            1789-07-14T16:00:00Z                | 1789-07-14T16:00:00Z
            """)
    void reads_dates_that_state_their_zone(String stated, Instant expected) {
        assertThat(Dates.read(stated, SEOUL)).contains(new StatedDate(expected, DateProvenance.STATED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sun,27 Sep 2026                  | 2026-09-26T15:00:00Z
            27 09 2026 10:00:00              | 2026-09-27T01:00:00Z
            2026-09-27 19:00:00              | 2026-09-27T10:00:00Z
            2026.09.27 19:00                 | 2026-09-27T10:00:00Z
            2026. 9. 27. 오전 10:05            | 2026-09-27T01:05:00Z
            2026-09-27 오후 12:05:09           | 2026-09-27T03:05:09Z
            2026년 9월 27일 (일) 오후 7시 5분     | 2026-09-27T10:05:00Z
            2026년 9월 27일                    | 2026-09-26T15:00:00Z
            일, 27 9월 2026 10:00:00           | 2026-09-27T01:00:00Z
            20260927190000                   | 2026-09-27T10:00:00Z
            20260927                         | 2026-09-26T15:00:00Z
            Thu, 7/30/2026 - 09:30           | 2026-07-30T00:30:00Z
            30/7/2026 09:30                  | 2026-07-30T00:30:00Z
            26.09.27 09:30                   | 2026-09-27T00:30:00Z
            26/09/27                         | 2026-09-26T15:00:00Z
            26/09/27 09:30                   | 2026-09-27T00:30:00Z
            오후 7:00 2026-09-27               | 2026-09-27T10:00:00Z
            9월 27일 2026                      | 2026-09-26T15:00:00Z
            2026.11.21 / 10:00               | 2026-11-21T01:00:00Z
            ２０２６-０９-２７ １９：００            | 2026-09-27T10:00:00Z
            26-09-27                         | 2026-09-26T15:00:00Z
            12 de julio de 2026 10:00        | 2026-07-12T01:00:00Z
            27. September 2026, 10:00 Uhr    | 2026-09-27T01:00:00Z
            Sep 27, 2026 @ 10:00             | 2026-09-27T01:00:00Z
            Sun Sep 27 10:00:00 2026         | 2026-09-27T01:00:00Z
            2026-09-27 10:00:00.0            | 2026-09-27T01:00:00Z
            2026年9月27日 10:05                | 2026-09-27T01:05:00Z
            2026年9月27日(日) 午後7時5分         | 2026-09-27T10:05:00Z
            2026年09月27日 星期日 下午7:05       | 2026-09-27T10:05:00Z
            입력 : 2026-09-27 10:05:00         | 2026-09-27T01:05:00Z
            기사입력 2026.09.27 오후 7:05       | 2026-09-27T10:05:00Z
            sam. 12 sept. 2026 10:00         | 2026-09-12T01:00:00Z
            neděle 27. září 2026             | 2026-09-26T15:00:00Z
            27Sep2026                        | 2026-09-26T15:00:00Z
            Sun, 27, Sep 2026 10:5           | 2026-09-27T01:05:00Z
            27th of September 2026           | 2026-09-26T15:00:00Z
            7:00 pm, 27 September 2026       | 2026-09-27T10:00:00Z
            10:00 on September 27, 2026      | 2026-09-27T01:00:00Z
            27. September 2026, 10.05 Uhr    | 2026-09-27T01:05:00Z
            2026-09-27 10.05.09              | 2026-09-27T01:05:09Z
            2026-09-27T10:00:00:00           | 2026-09-27T01:00:00Z
            September 27, 2026 7:00 pm       | 2026-09-27T10:00:00Z
            Sep. 27, 2026                    | 2026-09-26T15:00:00Z
            2026-09                          | 2026-08-31T15:00:00Z
            Sept. 2026                       | 2026-08-31T15:00:00Z
            2026-270                         | 2026-09-26T15:00:00Z
            2026-W39-7                       | 2026-09-26T15:00:00Z
            2026W39                          | 2026-09-20T15:00:00Z
            260927                           | 2026-09-26T15:00:00Z
            Sun, 27 Sep 2026 10:00:00 XYZ    | 2026-09-27T01:00:00Z
            """)
    void takes_the_sources_zone_where_none_is_stated(String stated, Instant expected) {
        assertThat(Dates.read(stated, SEOUL)).contains(new StatedDate(expected, DateProvenance.ZONE_ASSUMED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/London    | 9/11/2026 10:00    | 2026-11-09T10:00:00Z
            Europe/London    | 9/11/2026 10:00 AM | 2026-09-11T09:00:00Z
            Europe/London    | 9/27/2026 10:00    | 2026-09-27T09:00:00Z
            America/New_York | 9/11/2026 10:00    | 2026-09-11T14:00:00Z
            Asia/Seoul       | 9/11/2026 10:00    | 2026-09-11T01:00:00Z
            """)
    void takesTheDayFirstWhereTheSourcePutsItThere(ZoneId zone, String stated, Instant expected) {
        assertThat(Dates.read(stated, zone)).contains(new StatedDate(expected, DateProvenance.ZONE_ASSUMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "Sun, 27 Sep 2026 1:2:3:4 GMT",
                "Sun, 27 Sep 2026 10:00:00 +zz:00",
                "10:00",
                "",
                "0",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "0001-01-01T00:00:00Z",
                "1970-01-01T00:00:00+09:00",
                "1900-01-01T00:00:00Z",
                "1601-01-01 00:00:00",
                "2025-W54-1",
                "31 Feb 2026 10:00:00 GMT",
                "27 Foo 2026",
                "2026-09-27T25:00:00Z",
                "27 Sep 2026 10:00:00 and some more words"
            })
    void reads_nothing_into_what_is_no_date(String stated) {
        assertThat(Dates.read(stated, SEOUL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://x.example.org/2026/09/27/title        | 2026-09-26T15:00:00Z
            https://x.example.org/article/20260927001     | 2026-09-26T15:00:00Z
            https://x.example.org/view/AKR20260927012300  | 2026-09-26T15:00:00Z
            https://x.example.org/2026-09-27-title        | 2026-09-26T15:00:00Z
            https://x.example.org/20260925/talks.html     | 2026-09-24T15:00:00Z
            https://x.example.org/2026/13/41              |
            https://x.example.org/12345678901234          |
            """)
    void finds_the_day_in_an_address(String url, Instant expected) {
        assertThat(Dates.inUrl(url, SEOUL).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Asia/Seoul, 2026-09-26T15:00:00Z", "Europe/Berlin, 2027-09-25T22:00:00Z"})
    void puts_a_short_year_with_points_where_the_source_does(String zone, Instant expected) {
        assertThat(Dates.read("26.09.27", ZoneId.of(zone)))
                .contains(new StatedDate(expected, DateProvenance.ZONE_ASSUMED));
    }
}
