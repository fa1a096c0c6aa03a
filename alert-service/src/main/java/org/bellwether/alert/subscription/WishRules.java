package org.bellwether.alert.subscription;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.channel.DestinationGuard;
import org.bellwether.alert.channel.ForbiddenDestinationException;
import org.bellwether.web.Violation;
import org.bellwether.web.text.Language;
import org.jspecify.annotations.Nullable;

/** Reads what somebody asked for, and says everything that is wrong with it at once. */
public final class WishRules {

    private static final int LONGEST_ADDRESS = 2048;
    private static final int LONGEST_MAIL_ADDRESS = 254;
    /** Unknown indicators that are named one by one. */
    private static final int MOST_UNKNOWN = 20;

    /** The dot-atom form of RFC 5321, 4.1.2; quoted local parts and address literals are refused. */
    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@([^@\\s]{1,253})");

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final DestinationGuard guard;

    public WishRules(DestinationGuard guard) {
        this.guard = guard;
    }

    /** What came of reading a request. */
    public sealed interface Reading {

        /** It can be granted. */
        record Valid(Wish wish) implements Reading {}

        /** It cannot, for these reasons. */
        record Invalid(List<Violation> violations) implements Reading {

            public Invalid {
                violations = List.copyOf(violations);
            }
        }
    }

    /**
     * Reads a request; every field is checked, whatever is wrong with the others.
     *
     * @param indicators ids, each at its own place; null in the place of what was no text, which is not complained of again
     * @param known ids of the indicators there are
     */
    public Reading read(
            @Nullable String channel,
            @Nullable String address,
            List<? extends @Nullable String> indicators,
            @Nullable String language,
            Set<String> known) {
        List<Violation> violations = new ArrayList<>();
        Optional<ChannelKind> kind = ChannelKind.byId(channel == null ? "" : channel.strip());
        if (kind.isEmpty()) {
            violations.add(new Violation("channel", "must be email, slack or webhook"));
        }
        String normal = address == null ? "" : address.strip();
        if (normal.isEmpty() || normal.length() > LONGEST_ADDRESS) {
            violations.add(new Violation("address", "must be a mail address or an https URL"));
        } else if (kind.isPresent()) {
            try {
                normal = address(kind.get(), normal);
            } catch (ForbiddenDestinationException e) {
                violations.add(new Violation("address", String.valueOf(e.getMessage())));
            }
        }
        Optional<Language> wanted = language == null ? Optional.of(Language.EN) : Language.byTag(language);
        if (wanted.isEmpty()) {
            violations.add(new Violation("language", "must be en or ko"));
        }
        violations.addAll(unknown(indicators, known));
        List<String> chosen = indicators.stream()
                .flatMap(Stream::ofNullable)
                .distinct()
                .<String>map(id -> id)
                .toList();
        return violations.isEmpty()
                ? new Reading.Valid(new Wish(kind.orElseThrow(), normal, chosen, wanted.orElseThrow()))
                : new Reading.Invalid(violations);
    }

    /** The known ids are named once: they are the same for all. */
    private static List<Violation> unknown(List<? extends @Nullable String> indicators, Set<String> known) {
        List<Violation> violations = new ArrayList<>();
        int others = 0;
        for (int i = 0; i < indicators.size(); i++) {
            String id = indicators.get(i);
            if (id == null || known.contains(id)) {
                continue;
            }
            if (violations.size() == MOST_UNKNOWN) {
                others++;
                continue;
            }
            String hint = violations.isEmpty() ? "; known are " + String.join(", ", known) : "";
            violations.add(new Violation("indicators[" + i + "]", "there is no indicator \"" + id + "\"" + hint));
        }
        if (others > 0) {
            violations.add(new Violation("indicators", "there is no indicator for " + others + " more"));
        }
        return violations;
    }

    private String address(ChannelKind kind, String address) throws ForbiddenDestinationException {
        return switch (kind) {
            case EMAIL -> mailAddress(address);
            case SLACK -> guard.admitSlack(address).toString();
            case WEBHOOK -> guard.admit(address).toString();
        };
    }

    private static String mailAddress(String address) throws ForbiddenDestinationException {
        Matcher matcher = MAIL_ADDRESS.matcher(address);
        if (address.length() > LONGEST_MAIL_ADDRESS || !matcher.matches()) {
            throw new ForbiddenDestinationException("must be a mail address such as desk@example.org");
        }
        String local = matcher.group(1);
        String domain = asciiDomain(matcher.group(2));
        boolean dots = local.startsWith(".") || local.endsWith(".") || local.contains("..");
        if (dots || !DOMAIN.matcher(domain).matches()) {
            throw new ForbiddenDestinationException("must be a mail address such as desk@example.org");
        }
        return local + "@" + domain;
    }

    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
