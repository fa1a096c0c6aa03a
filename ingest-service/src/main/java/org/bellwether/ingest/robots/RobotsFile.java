package org.bellwether.ingest.robots;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bellwether.ingest.fetch.Chain;
import org.bellwether.ingest.fetch.FailureKind;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.FetchResult;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.Postponed;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one robots.txt. Pure: an answer of the host in, rules out.
 *
 * @param rules to follow
 * @param until when it is to be read anew
 * @param trouble why it could not be read, in words; null when it could
 * @param ours whether that is our own making: the host was not asked, or there was no room for what it answered
 */
record RobotsFile(
        SimpleRobotRules rules, Instant until, @Nullable String trouble, boolean ours) {

    /** RFC 9309 §2.4: no older than a day. */
    static final Duration KEPT = Duration.ofHours(24);

    /** While it cannot be read: to try again, and not with each article. */
    static final Duration RETRY = Duration.ofMinutes(15);

    /** While there is no room to read it. */
    static final Duration NO_ROOM = Duration.ofSeconds(10);

    /** RFC 9309 §2.5: at least so much is read; what follows is not. */
    static final int READ_BYTES = 500 << 10;

    private static final List<String> OURS = List.of("bellwether");

    /**
     * Reads an answer (RFC 9309 §2.3.1): a missing file lets everybody in, one that cannot be reached nobody, unless it was read before.
     *
     * @param before what was known until now
     */
    static RobotsFile of(URI file, FetchResult result, @Nullable RobotsFile before, Instant now) {
        if (result instanceof Fetched fetched) {
            return new RobotsFile(parsed(file, fetched), now.plus(KEPT), null, false);
        }
        if (result instanceof FetchFailed failed && (letsIn(failed) || isNowhere(failed))) {
            Instant until = isNowhere(failed) ? now : now.plus(KEPT);
            return new RobotsFile(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), until, null, false);
        }
        RobotsFile unread = unread(result, now);
        return before != null && before.trouble() == null
                ? new RobotsFile(before.rules(), unread.until(), null, false)
                : unread;
    }

    private static RobotsFile unread(FetchResult result, Instant now) {
        SimpleRobotRules none = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        if (result instanceof FetchFailed failed) {
            return new RobotsFile(none, now.plus(RETRY), failed.diagnosis(), false);
        }
        return result instanceof Postponed postponed
                ? new RobotsFile(none, postponed.until(), postponed.reason(), true)
                : new RobotsFile(none, now.plus(NO_ROOM), "there is no room to read it now", true);
    }

    /** The pause between two pages it asks for; zero for none. */
    Duration crawlDelay() {
        long millis = rules.getCrawlDelay();
        return millis > 0 ? Duration.ofMillis(millis) : Duration.ZERO;
    }

    private static boolean letsIn(FetchFailed failed) {
        boolean unavailable = failed.status() >= 400 && failed.status() < 500 && failed.status() != 429;
        return (unavailable && failed.kind() != FailureKind.CHALLENGE) || failed.kind() == FailureKind.REDIRECT;
    }

    /** Its host is never asked for anything: a request for the page itself says why, and a robots.txt has no part in it. */
    private static boolean isNowhere(FetchFailed failed) {
        boolean refused = failed.kind() == FailureKind.ADDRESS_REFUSED || failed.kind() == FailureKind.BAD_URL;
        return refused && failed.chain().equals(Chain.NONE);
    }

    private static SimpleRobotRules parsed(URI file, Fetched fetched) {
        byte[] body = fetched.body();
        byte[] read = body.length <= READ_BYTES ? body : Arrays.copyOf(body, READ_BYTES);
        // One parser per file: it counts warnings. It must not take a long delay for a ban; ours is capped where it is
        // kept.
        return new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                .parseContent(
                        file.toString(), read, fetched.headers().contentType().orElse("text/plain"), OURS);
    }
}
