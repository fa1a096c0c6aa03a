package org.bellwether.ingest.parse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.events.DateProvenance;
import org.jspecify.annotations.Nullable;

/** One document being read: brings drafts of any format to entries, and gathers the problems. */
final class Reading {

    static final int MAX_ENTRIES = 5_000;

    private static final Pattern UNDERSCORED = Pattern.compile("[A-Za-z]{2,3}(?:_[A-Za-z0-9]{2,8})+");

    /** Clocks of servers are set badly by minutes, and what they date ahead is of now; more is a wrong zone or a wrong date. */
    static final Duration SKEW = Duration.ofMinutes(15);

    private final ZoneId zone;
    private final Instant now;
    private final Problems problems;
    private final Function<String, Optional<StatedDate>> dates;

    Reading(ZoneId zone, Instant now, Problems problems) {
        this(zone, now, problems, stated -> Dates.read(stated, zone));
    }

    private Reading(ZoneId zone, Instant now, Problems problems, Function<String, Optional<StatedDate>> dates) {
        this.zone = zone;
        this.now = now;
        this.problems = problems;
        this.dates = dates;
    }

    /** A page, which tells its dates to somebody who reads it today; a feed that does so is in error. */
    static Reading ofPage(NearDates near, Problems problems) {
        return new Reading(
                near.zone(),
                near.now(),
                problems,
                stated -> Dates.read(stated, near.zone()).or(() -> near.read(stated)));
    }

    /** The entries of a feed in its order; of more than the cap the newest, and the last ones where no date tells. */
    List<ParsedEntry> entries(List<EntryDraft> drafts) {
        return entries(
                drafts,
                draft -> Stream.concat(draft.published().stream(), draft.updated().stream()),
                EntryDraft::link,
                draft -> draft);
    }

    /**
     * The same where much is to be done for a draft, which is done for none beyond the cap.
     *
     * @param dates that may tell when one was published, the best first; as stated
     * @param link which may name a day; asked where no date tells
     */
    <T> List<ParsedEntry> entries(
            List<T> stated,
            Function<T, Stream<String>> dates,
            Function<T, String> link,
            Function<T, EntryDraft> draft) {
        return capped(stated, one -> age(dates.apply(one), () -> link.apply(one))).stream()
                .map(draft)
                .map(this::entry)
                .toList();
    }

    private <T> List<T> capped(List<T> stated, Function<T, Instant> age) {
        if (stated.size() <= MAX_ENTRIES) {
            return stated;
        }
        problems.error(
                "too-many-entries",
                "The feed has " + stated.size() + " entries; only the newest " + MAX_ENTRIES + " were read");
        List<Instant> ages = stated.stream().map(age).toList();
        return IntStream.range(0, stated.size())
                .boxed()
                .sorted(Comparator.<Integer, Instant>comparing(ages::get).thenComparing(Comparator.naturalOrder()))
                .skip(stated.size() - (long) MAX_ENTRIES)
                .sorted()
                .map(stated::get)
                .toList();
    }

    /** When it was published as far as anything believable says, else the beginning of time; raises no problem. */
    private Instant age(Stream<String> statedDates, Supplier<String> link) {
        return statedDates
                .filter(stated -> !stated.isEmpty())
                .flatMap(stated -> dates.apply(stated).stream())
                .map(StatedDate::instant)
                .filter(this::isPast)
                .findFirst()
                .or(() -> Dates.inUrl(link.get(), zone).filter(this::isPast))
                .orElse(Instant.MIN);
    }

    /** The first of the stated dates that can be read and is not in the future; null if that is one for which the reading stands in. */
    @Nullable
    Instant date(List<String> stated) {
        return trusted(stated)
                .filter(read -> read.provenance() != DateProvenance.FIRST_SEEN)
                .map(StatedDate::instant)
                .orElse(null);
    }

    private ParsedEntry entry(EntryDraft draft) {
        String link = draft.link();
        if (draft.title().isEmpty()) {
            problems.warn("no-title", "An entry has no title: " + name(draft));
        }
        if (link.isEmpty()) {
            problems.warn("no-link", "An entry has no link: " + name(draft));
        }
        Optional<StatedText.Shown> summary = shown(draft, draft.summary());
        // The one may stand in for the other.
        Optional<StatedText.Shown> content =
                Objects.equals(draft.content(), draft.summary()) ? summary : shown(draft, draft.content());
        Optional<StatedDate> published = published(draft);
        return new ParsedEntry(
                orNull(draft.id()),
                draft.title(),
                orNull(link),
                orNull(summary.map(StatedText.Shown::body).orElse("")),
                orNull(content.map(StatedText.Shown::body).orElse("")),
                orNull(draft.author()),
                published.map(StatedDate::instant).orElse(null),
                published.map(StatedDate::provenance).orElse(DateProvenance.FIRST_SEEN),
                date(draft.updated()),
                draft.language(),
                longer(
                        content.map(StatedText.Shown::text).orElse(""),
                        summary.map(StatedText.Shown::text).orElse("")));
    }

    private Optional<StatedText.Shown> shown(EntryDraft draft, @Nullable StatedText stated) {
        Optional<StatedText.Shown> shown = Optional.ofNullable(stated).map(StatedText::shown);
        if (shown.isPresent() && shown.get().cut()) {
            problems.error(
                    "long-text",
                    "A text has more than " + StatedText.MOST_HTML_CHARS
                            + " characters with its markup; only its start was read: " + name(draft));
        }
        return shown;
    }

    private Optional<StatedDate> published(EntryDraft draft) {
        List<String> candidates = new ArrayList<>(draft.published());
        candidates.addAll(draft.updated());
        Optional<StatedDate> stated = trusted(candidates);
        if (stated.isPresent()) {
            return stated;
        }
        Optional<StatedDate> inUrl = Dates.inUrl(draft.link(), zone)
                .filter(this::isPast)
                .map(at -> notAhead(new StatedDate(at, DateProvenance.FROM_URL)));
        if (inUrl.isEmpty()) {
            problems.warn(
                    "no-date",
                    "Nothing says when an entry was published, the time it is first seen stands in: " + name(draft));
        }
        return inUrl;
    }

    private Optional<StatedDate> trusted(List<String> candidates) {
        for (String candidate : candidates) {
            if (candidate.isEmpty()) {
                continue;
            }
            Optional<StatedDate> read = dates.apply(candidate);
            if (read.isEmpty()) {
                problems.warn("unreadable-date", "A date cannot be read: \"" + abridged(candidate) + "\"");
            } else if (isPast(read.get().instant())) {
                return read.map(this::notAhead);
            } else {
                problems.warn(
                        "future-date",
                        "A date lies in the future and is not believed: \"" + abridged(candidate) + "\"");
            }
        }
        return Optional.empty();
    }

    private boolean isPast(Instant instant) {
        return !instant.isAfter(now.plus(SKEW));
    }

    /** Nothing is published later than it is read; what says so is of now, which nobody stated. */
    private StatedDate notAhead(StatedDate read) {
        return read.instant().isAfter(now) ? new StatedDate(now, DateProvenance.FIRST_SEEN) : read;
    }

    private static String name(EntryDraft draft) {
        String name = draft.title().isEmpty() ? draft.id() + " " + draft.link() : draft.title();
        return "\"" + abridged(name.strip()) + "\"";
    }

    private static String abridged(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static String longer(String first, String second) {
        return first.length() >= second.length() ? first : second;
    }

    /** A language tag as BCP 47 spells it: programs of the old days write {@code en_US}. */
    static @Nullable String language(String stated) {
        String tag = stated.strip();
        return orNull(UNDERSCORED.matcher(tag).matches() ? tag.replace('_', '-') : tag);
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
