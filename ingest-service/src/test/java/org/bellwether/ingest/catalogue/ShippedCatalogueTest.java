package org.bellwether.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.item.CanonicalUrl;
import org.junit.jupiter.api.Test;

/** The catalogue as shipped keeps its promises. */
class ShippedCatalogueTest {

    private static final Map<String, Set<String>> ZONES = Map.of(
            "KR", Set.of("Asia/Seoul"),
            "US", Set.of("America/New_York", "America/Los_Angeles", "Pacific/Honolulu"),
            "JP", Set.of("Asia/Tokyo"),
            "AU", Set.of("Australia/Sydney"),
            "SE", Set.of("Europe/Stockholm"),
            "BE", Set.of("Europe/Brussels"));

    /** American broadcasters who speak to Korea date by its clock, or by none. */
    private static final Set<String> ABROAD = Set.of("rfa", "voa");

    private final List<Feed> feeds = shipped();

    @Test
    void itHoldsAtLeastNinetySourcesOfAllKindsInBothLanguages() {
        assertThat(feeds).hasSizeGreaterThanOrEqualTo(90);
        assertThat(feeds).filteredOn(Feed::enabled).hasSizeGreaterThanOrEqualTo(85);
        assertThat(feeds).extracting(feed -> feed.publisher().kind()).contains(SourceKind.values());
        assertThat(feeds).extracting(Feed::language).containsOnly("ko", "en").contains("ko", "en");
    }

    @Test
    void noNameStandsInItTwice() {
        assertThat(feeds).extracting(Feed::name).doesNotHaveDuplicates();
    }

    @Test
    void everyFeedIsInAGroupOfSeveralAndWhatIsDisabledSaysWhy() {
        Map<String, Long> groups = feeds.stream()
                .collect(Collectors.groupingBy(
                        feed -> Objects.requireNonNullElse(feed.group(), ""), Collectors.counting()));
        assertThat(groups)
                .doesNotContainKey("")
                .hasSizeBetween(8, 20)
                .allSatisfy((group, count) -> assertThat(count).as(group).isGreaterThan(1));
        assertThat(feeds).filteredOn(feed -> !feed.enabled()).isNotEmpty().allMatch(feed -> feed.reason() != null);
        assertThat(feeds).filteredOn(Feed::enabled).allMatch(feed -> feed.reason() == null);
    }

    @Test
    void aPublisherHasOneOwnerOneCountryAndOneKind() {
        feeds.stream()
                .map(Feed::publisher)
                .collect(Collectors.groupingBy(Publisher::name, Collectors.toSet()))
                .forEach((name, said) -> assertThat(said).as(name).hasSize(1));
        feeds.stream()
                .map(Feed::publisher)
                .collect(Collectors.groupingBy(
                        Publisher::owner, Collectors.mapping(Publisher::country, Collectors.toSet())))
                .forEach((owner, countries) -> assertThat(countries).as(owner).hasSize(1));
    }

    @Test
    void zonesAreThoseOfThePublishersCountries() {
        assertThat(feeds)
                .filteredOn(feed -> !ABROAD.contains(feed.publisher().owner()))
                .allSatisfy(feed -> assertThat(ZONES.get(feed.publisher().country()))
                        .as(feed.id())
                        .contains(feed.zone().getId()));
        assertThat(feeds)
                .filteredOn(feed -> ABROAD.contains(feed.publisher().owner()))
                .extracting(feed -> feed.zone().getId())
                .containsOnly("Asia/Seoul", "UTC");
    }

    @Test
    void nothingIsAskedForOftenerThanIsPolite() {
        assertThat(feeds)
                .filteredOn(feed -> feed.interval() != null)
                .hasSizeBetween(5, 20)
                .allMatch(feed -> feed.intervalOr(Duration.ZERO).compareTo(Duration.ofMinutes(2)) >= 0);
    }

    @Test
    void institutesWithoutAFeedAreListedBySelectors() {
        List<Feed> listed =
                feeds.stream().filter(feed -> feed.listing() != null).toList();

        assertThat(listed).hasSizeGreaterThanOrEqualTo(5);
        assertThat(listed)
                .filteredOn(Feed::enabled)
                .filteredOn(feed -> feed.publisher().kind() == SourceKind.THINK_TANK)
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(listed)
                .allSatisfy(feed -> assertThat(selectors(Objects.requireNonNull(feed.listing())))
                        .as(feed.id())
                        .hasSizeGreaterThanOrEqualTo(3)
                        .allSatisfy(selector ->
                                assertThat(Selectors.checked(selector)).isEqualTo(selector)));
    }

    private static List<String> selectors(Listing listing) {
        return Stream.of(listing.item(), listing.title(), listing.link(), listing.date(), listing.summary())
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Feed> shipped() {
        try (InputStream stream = CatalogueReader.class.getResourceAsStream("/catalogue.yaml")) {
            return CatalogueReader.read(
                            "catalogue.yaml",
                            new String(stream.readAllBytes(), StandardCharsets.UTF_8),
                            CanonicalUrl::identityOf)
                    .feeds();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
