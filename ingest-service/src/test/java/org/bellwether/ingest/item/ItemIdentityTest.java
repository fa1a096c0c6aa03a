package org.bellwether.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.item.Entries.entry;
import static org.bellwether.ingest.item.Entries.updated;

import java.time.Instant;
import java.util.List;
import org.bellwether.ingest.item.Identity.Basis;
import org.bellwether.ingest.parse.ParsedEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemIdentityTest {

    @Test
    void isTheSameInEveryRun() {
        assertThat(one("yonhap", entry("AKR1", null, "t")).id()).isEqualTo("6456182cbb59d0015205cc9529c3ed4f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            AKR1                  | -                         | GUID
            AKR1                  | https://y.example/        | GUID
            AKR1                  | https://y.example/1       | URL
            https://y.example/1   | https://y.example/1?utm=1 | URL
            -                     | https://y.example/1       | URL
            ' '                   | https://y.example/1       | URL
            -                     | -                         | CONTENT
            -                     | mailto:a@b.example        | CONTENT
            """)
    void restsOnTheMostTrustworthyLayer(String guid, String link, Basis basis) {
        assertThat(one("yonhap", entry(guid, link, "t")).basis()).isEqualTo(basis);
    }

    @Test
    void aGuidThatIsNoAddressCountsWithinItsFeedOnly() {
        ParsedEntry entry = entry("1", null, "t");

        assertThat(one("yonhap", entry)).isEqualTo(one("yonhap", entry)).isNotEqualTo(one("hani", entry));
    }

    @Test
    void oneArticleInTwoFeedsIsOneItem() {
        Identity plain = one("yonhap", entry(null, "https://y.example/1", "Title"));
        Identity campaign = one("other", entry(null, "http://Y.example:80/1/?utm_source=rss#top", "Another title"));
        Identity permalink = one("third", entry("https://y.example/1", "https://feeds.example/r/9", "Title"));

        assertThat(campaign).isEqualTo(plain);
        assertThat(permalink).isEqualTo(plain);
    }

    @Test
    void twoFeedsOfOneOwnerThatCountFromOneKeepTheirArticlesApart() {
        ParsedEntry first = entry("12345", "https://news.y.example/a", "A");
        ParsedEntry second = entry("12345", "https://biz.y.example/b", "B");

        assertThat(assign("biz", "y", List.of(second)).get(0).identity())
                .isNotEqualTo(assign("news", "y", List.of(first)).get(0).identity());
    }

    @Test
    void theLinkUnitesTheFeedsOfOneOwner() {
        ParsedEntry entry = entry(null, "https://y.example/1", "Title");

        assertThat(one("biz", entry)).isEqualTo(one("news", entry));
        assertThat(one("biz", entry("12345", "https://y.example/1", "Title"))).isEqualTo(one("news", entry));
    }

    @Test
    void guidsThatDifferInTheirFragmentAreTwoItems() {
        List<IdentifiedEntry> entries = assign(
                "ministry",
                "ministry",
                List.of(
                        entry("https://m.example/press#20261120-1", "https://m.example/press", "one"),
                        entry("https://m.example/press#20261120-2", "https://m.example/press", "two")));

        assertThat(ItemIdentity.distinct(entries)).hasSize(2);
    }

    @Test
    void aCorrectedTitleKeepsTheIdentity() {
        assertThat(one("yonhap", entry("1", null, "Before"))).isEqualTo(one("yonhap", entry("1", null, "After")));
    }

    @Test
    void aGuidGivenToTwoArticlesIdentifiesNeither() {
        List<IdentifiedEntry> entries = assign(
                "yonhap",
                "yonhap-owner",
                List.of(entry("0", "https://y.example/1", "one"), entry("0", "https://y.example/2", "two")));

        assertThat(entries).extracting(entry -> entry.identity().basis()).containsOnly(Basis.URL);
        assertThat(ItemIdentity.distinct(entries)).hasSize(2);
    }

    @Test
    void aLinkGivenToTwoTitlesIdentifiesNeither() {
        List<IdentifiedEntry> entries = assign(
                "yonhap",
                "yonhap-owner",
                List.of(entry(null, "https://y.example/", "one"), entry(null, "https://y.example/", "two")));

        assertThat(ItemIdentity.distinct(entries))
                .hasSize(2)
                .extracting(entry -> entry.identity().basis())
                .containsOnly(Basis.CONTENT);
    }

    @Test
    void ofOneItemTwiceInADocumentTheNewerCounts() {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        ParsedEntry older = updated(entry("1", "https://y.example/1", "older"), noon);
        ParsedEntry newer = updated(entry("1", "https://y.example/1", "newer"), noon.plusSeconds(1));

        assertThat(ItemIdentity.distinct(assign("yonhap", "yonhap-owner", List.of(older, newer))))
                .singleElement()
                .satisfies(kept -> assertThat(kept.entry().title()).isEqualTo("newer"));
    }

    private static Identity one(String feedId, ParsedEntry entry) {
        return assign(feedId, feedId + "-owner", List.of(entry)).get(0).identity();
    }

    private static List<IdentifiedEntry> assign(String feedId, String owner, List<ParsedEntry> entries) {
        return ItemIdentity.assign(feedId, owner, entries, Instant.parse("2026-11-20T12:00:00Z"));
    }
}
