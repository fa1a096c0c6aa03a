package org.bellwether.ingest.api.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.ingest.api.FeedQuery;
import org.bellwether.ingest.api.FeedView;
import org.bellwether.ingest.api.PushView;
import org.bellwether.ingest.api.console.FeedSheet.Fact;
import org.bellwether.ingest.catalogue.FeedRules;
import org.bellwether.ingest.catalogue.Listing;
import org.bellwether.web.text.Lengths;
import org.bellwether.web.text.Times;
import org.jspecify.annotations.Nullable;

/** What is known of one feed, by name. */
final class Facts {

    private final Words words;
    private final Times times;
    private final List<Fact> facts = new ArrayList<>();

    Facts(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    List<Fact> of(FeedView view) {
        reading(view);
        add(
                "fact_polls",
                view.polls() + " · " + words.of("fact_failures", view.failures(), view.consecutiveFailures()));
        add("fact_items", Long.toString(view.itemsPublished()));
        losses(view);
        pace(view);
        add("fact_full_text", words.of(view.fullText() ? "full_text_on" : "full_text_off"));
        Optional.ofNullable(view.listing()).ifPresent(this::listing);
        push(view.push());
        catalogue(view);
        return List.copyOf(facts);
    }

    private void reading(FeedView view) {
        at("fact_polled", Moment.of(view.lastPoll(), times, words.of("never")));
        at("fact_read", Moment.of(view.lastSuccess(), times, words.of("never")));
        at(
                "fact_newest",
                Moment.of(view.newestItem(), times, words.of(view.itemsPublished() > 0 ? "undated" : "none_yet")));
    }

    private void losses(FeedView view) {
        long count = view.possibleLosses().count();
        String last = view.possibleLosses().last() == null
                ? ""
                : " · "
                        + words.of(
                                "losses_last", times.full(view.possibleLosses().last()));
        add("fact_losses", count == 0 ? words.of("losses_none") : words.of("losses_some", count) + last);
    }

    private void pace(FeedView view) {
        add("fact_interval", Lengths.of(view.interval(), words.language()));
        String covers = view.window().covers() == null
                ? words.of("window_unknown", view.window().entries())
                : words.of(
                        "window_covers",
                        view.window().entries(),
                        Lengths.of(view.window().covers(), words.language()));
        add("fact_window", view.window().entries() == 0 ? words.of("not_known") : covers);
        FeedView.@Nullable PaceView stated = view.statedPace();
        add(
                "fact_stated",
                stated == null
                        ? words.of("stated_none")
                        : Lengths.of(stated.period(), words.language()) + " (" + stated.by() + ")");
    }

    private void listing(Listing listing) {
        wide(
                "fact_listing",
                Stream.of(
                                said("item", listing.item()),
                                said("title", listing.title()),
                                said("link", listing.link()),
                                said("date", listing.date()),
                                said("summary", listing.summary()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · ")));
    }

    private void push(@Nullable PushView push) {
        if (push == null) {
            add("fact_push", words.of("push_none"));
            return;
        }
        String lease = push.leaseUntil() == null ? "" : " · " + words.of("push_lease", times.full(push.leaseUntil()));
        String last = push.lastPush() == null ? "" : " · " + words.of("push_last", times.full(push.lastPush()));
        String stands = words.named("push", push.state()) + " · " + push.hub() + lease + last;
        String why = push.reason() == null ? "" : push.reason();
        facts.add(new Fact(words.of("fact_push"), stands, null, true, why));
    }

    private void catalogue(FeedView view) {
        String origin = words.of("origin_" + view.origin());
        String changed = view.changed() == null
                ? ""
                : " · "
                        + words.of(
                                "origin_changed",
                                view.changed().stream()
                                        .map(member -> words.named("member", member))
                                        .collect(Collectors.joining(", ")));
        wide("fact_origin", origin + changed);
        wide(
                "fact_publisher",
                Stream.of(
                                view.publisher().name(),
                                view.publisher().owner(),
                                words.named(
                                        "kind", FeedQuery.name(view.publisher().kind())),
                                view.publisher().country().equals(FeedRules.UNKNOWN_COUNTRY)
                                        ? ""
                                        : view.publisher().country(),
                                view.language(),
                                view.zone().equals("Z") ? "UTC" : view.zone(),
                                view.group() == null ? "" : view.group())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" · ")));
    }

    private static Optional<String> said(String name, @Nullable String selector) {
        return Optional.ofNullable(selector).map(css -> name + ": " + css);
    }

    private void add(String key, String said) {
        facts.add(new Fact(words.of(key), said, null, false, ""));
    }

    private void wide(String key, String said) {
        facts.add(new Fact(words.of(key), said, null, true, ""));
    }

    private void at(String key, Moment time) {
        facts.add(new Fact(words.of(key), "", time, false, ""));
    }
}
