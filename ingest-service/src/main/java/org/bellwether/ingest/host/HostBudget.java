package org.bellwether.ingest.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one host may be asked, and who waits for it in which order. Plain values and the time in; for one thread at a time.
 *
 * <p>The bucket is kept as the instant at which it would be full again (the generic cell rate algorithm): a token moves that by one pause.
 */
final class HostBudget {

    /** Longer than any publisher means it; above, a server states dates by mistake. */
    static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(7);

    static final Duration LONGEST_CRAWL_DELAY = Duration.ofSeconds(30);
    static final Duration FIRST_PENALTY = Duration.ofMinutes(1);
    static final Duration LONGEST_UNASKED_PENALTY = Duration.ofHours(1);

    /** Who does not come back so long after the time told has lost the place in the line. */
    static final Duration GRACE = Duration.ofSeconds(5);

    /** Strikes are remembered for so long after the last penalty. */
    private static final Duration MEMORY = LONGEST_UNASKED_PENALTY.multipliedBy(2);

    private static final Duration HANGS_AFTER = Duration.ofSeconds(3);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int MOST_ROUNDS = 20;
    private static final int MOST_DOUBLINGS = 6;

    private record Place(Pace pace, Instant until) {}

    private final String host;
    private final HostLimits limits;
    private final Map<Object, Place> line = new LinkedHashMap<>();
    /** When the requests under way began. */
    private final List<Instant> underWay = new ArrayList<>();

    private Instant full = Instant.MIN;
    private Instant nextPage = Instant.MIN;
    private Duration crawlDelay = Duration.ZERO;
    private @Nullable HostPenalty penalty;
    private int strikes;

    HostBudget(String host, HostLimits limits) {
        this.host = host;
        this.limits = limits;
    }

    /** Takes a request; or says when to ask again, and keeps a place in the line. */
    Optional<Admission.Wait> ask(Object who, Pace pace, Instant now) {
        line.values().removeIf(place -> place.until().plus(GRACE).isBefore(now));
        Optional<Admission.Wait> wait = obstacle(who, pace, now);
        if (wait.isPresent()) {
            line.put(who, new Place(pace, wait.get().until()));
            return wait;
        }
        line.remove(who);
        underWay.add(now);
        if (pace != Pace.FREE) {
            full = later(full, now).plus(limits.pause());
        }
        if (pace == Pace.PAGE) {
            nextPage = now.plus(crawlDelay);
        }
        return wait;
    }

    /** Leaves the line. */
    void forget(Object who) {
        line.remove(who);
    }

    void charge(Instant now) {
        full = later(full, now).plus(limits.pause());
    }

    /**
     * Ends a request.
     *
     * @param began when it was taken
     */
    void giveBack(Instant began) {
        underWay.remove(began);
    }

    /** The pause between two pages that robots.txt asks for; zero for none. */
    void crawlDelay(Duration asked) {
        crawlDelay = shorter(asked, LONGEST_CRAWL_DELAY);
    }

    /**
     * Learns from an answer (RFC 6585 §4, RFC 9110 §10.2.3 and §15.6.4). Who says "now", be it by a date of a clock that is behind, has not said
     * how long.
     *
     * @param retryAfter null when it did not say
     */
    void answered(int status, @Nullable Duration retryAfter, Instant now) {
        boolean refused = status == 429 || status == 503;
        boolean inForce = penalty(now).isPresent();
        if (refused && retryAfter != null && !retryAfter.isZero()) {
            Duration asked = shorter(retryAfter, LONGEST_RETRY_AFTER);
            penalise(now.plus(asked), "answered " + status + " and asked to be left alone for " + shown(asked));
        } else if (status == 429 && !inForce) {
            strikes++;
            Duration wait = shorter(
                    FIRST_PENALTY.multipliedBy(1L << Math.min(strikes - 1, MOST_DOUBLINGS)), LONGEST_UNASKED_PENALTY);
            String again = strikes == 1 ? "" : ", " + strikes + " times in a row";
            penalise(now.plus(wait), "answered 429" + again + ", so it is left alone for " + shown(wait));
        } else if (status >= 200 && status < 400 && !inForce) {
            strikes = 0;
        }
    }

    /** Leaves the host alone for so long, or for as long as it is left alone anyway. */
    void rest(Duration length, Instant now) {
        Duration wait = shorter(length, LONGEST_UNASKED_PENALTY);
        penalise(now.plus(wait), "has enough and does not say for how long, so it is left alone for " + shown(wait));
    }

    /** Takes over what was saved, unless it is to be left alone for longer anyway. */
    void resume(HostPenalty saved) {
        strikes = Math.max(strikes, saved.strikes());
        if (penalty != null && !penalty.until().isBefore(saved.until())) {
            return;
        }
        penalty = saved;
        drainUntil(saved.until());
    }

    /** Takes the penalty back; whether there was one. */
    boolean pardon(Instant now) {
        boolean was = penalty(now).isPresent();
        penalty = null;
        strikes = 0;
        full = Instant.MIN;
        return was;
    }

    Optional<HostPenalty> penalty(Instant now) {
        return Optional.ofNullable(penalty).filter(p -> p.until().isAfter(now));
    }

    /** The penalty in force; or the last one with the strikes since, for as long as these count. */
    Optional<HostPenalty> remembered(Instant now) {
        return Optional.ofNullable(penalty)
                .filter(last ->
                        last.until().plus(strikes == 0 ? Duration.ZERO : MEMORY).isAfter(now))
                .map(last -> new HostPenalty(host, last.until(), strikes, last.reason()));
    }

    /** Whether a new budget would say the same. */
    boolean idle(Instant now) {
        return underWay.isEmpty()
                && line.isEmpty()
                && remembered(now).isEmpty()
                && !full.isAfter(now)
                && !nextPage.isAfter(now);
    }

    /** Leaves out of the line who does not come back, so that a host nobody wants any more becomes idle. */
    void tidy(Instant now) {
        line.values().removeIf(place -> place.until().plus(GRACE).isBefore(now));
    }

    private Optional<Admission.Wait> obstacle(Object who, Pace pace, Instant now) {
        int due = 0;
        int paced = 0;
        for (Map.Entry<Object, Place> waiting : line.entrySet()) {
            if (waiting.getKey().equals(who)) {
                break;
            }
            due += waiting.getValue().until().isAfter(now) ? 0 : 1;
            paced += waiting.getValue().pace() == Pace.FREE ? 0 : 1;
        }
        Instant turn = turn(pace, paced, now);
        Optional<HostPenalty> inForce = penalty(now);
        if (inForce.isPresent()) {
            return wait(later(turn, inForce.get().until()), inForce.get().reason());
        }
        if (turn.isAfter(now)) {
            return wait(
                    turn,
                    host + " is asked in moderation: " + limits.burst() + " requests in a row, then one each "
                            + shown(pace == Pace.PAGE ? later(crawlDelay, limits.pause()) : limits.pause()));
        }
        int before = counted(now) + due - limits.concurrency();
        if (before >= 0) {
            int rounds = 1 + Math.min(MOST_ROUNDS, before / limits.concurrency());
            return wait(
                    now.plus(LOOK_AGAIN.multipliedBy(rounds)),
                    host + " is asked by " + limits.concurrency() + " at once at most");
        }
        return Optional.empty();
    }

    /** A server that lets some requests hang is not kept from answering others, up to a bound. */
    private int counted(Instant now) {
        Instant hangs = now.minus(HANGS_AFTER);
        int hanging =
                (int) underWay.stream().filter(began -> began.isBefore(hangs)).count();
        return underWay.size() - Math.min(hanging, HostLimits.MOST_HANGING);
    }

    /** When there is a token for who has so many others before him. */
    private Instant turn(Pace pace, int paced, Instant now) {
        if (pace == Pace.FREE) {
            return now;
        }
        Instant token = later(full, now).plus(limits.pause().multipliedBy(paced + 1L - limits.burst()));
        return pace == Pace.PAGE ? later(token, nextPage) : token;
    }

    private void penalise(Instant until, String reason) {
        if (penalty == null || until.isAfter(penalty.until())) {
            penalty = new HostPenalty(host, until, strikes, host + " " + reason);
            drainUntil(until);
        }
    }

    /** After a penalty those who waited come one by one, and not in a burst. */
    private void drainUntil(Instant until) {
        full = later(full, until.plus(limits.pause().multipliedBy(limits.burst() - 1L)));
    }

    private static Optional<Admission.Wait> wait(Instant until, String reason) {
        return Optional.of(new Admission.Wait(until, reason));
    }

    private static String shown(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + " ms";
        }
        long seconds = millis / 1000;
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + " min" : seconds + " s";
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
