package org.bellwether.ingest.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.SourceStatus;
import org.bellwether.ingest.api.FeedOrder;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.bellwether.ingest.catalogue.Origin;
import org.bellwether.ingest.fetch.FailureKind;
import org.bellwether.ingest.push.Subscription;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.web.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pages say, and that they have words for all that there is to say. */
class WordsTest {

    private static final Path CODE = Path.of("src/main/java/org/bellwether/ingest");

    /** Where a condition, a problem, a repair or a refusal to read is made, with its code written out. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:new (?:Condition|Problem|Repair|Unreadable)|\\b(?:note|warn|error))\\(\\s*\"([a-z]+(?:-[a-z]+)*)\"\\s*,");

    private static final Pattern CONSTANT =
            Pattern.compile("new Condition\\(\\s*(?:\\w+\\.)?([A-Z_]+),|(?:note|warn|error)\\(\\s*([A-Z_]+),");

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(written("ko").keySet()).isEqualTo(written("en").keySet());
        assertThat(written("feeds.ko").keySet()).isEqualTo(written("feeds.en").keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thereAreWordsForAllThatEnumsName(Language language) {
        Words words = Words.in(language);

        assertThat(missing(words, "condition_", FailureKind.values(), FailureKind::label))
                .isEmpty();
        assertThat(missing(words, "poll_", NextPoll.Cause.values(), NextPoll.Cause::label))
                .isEmpty();
        assertThat(missing(words, "push_", Subscription.State.values(), Subscription.State::label))
                .isEmpty();
        assertThat(missing(words, "provenance_", DateProvenance.values(), WordsTest::lower))
                .isEmpty();
        assertThat(missing(words, "origin_", Origin.values(), WordsTest::lower)).isEmpty();
        assertThat(missing(words, "state_", SourceStatus.State.values(), WordsTest::lower))
                .isEmpty();
        assertThat(missing(words, "order_", FeedOrder.values(), FeedOrder::label))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thereAreWordsForEveryMember(Language language) {
        assertThat(FeedMembers.NAMES)
                .allSatisfy(name -> assertThat(Words.in(language).find("member_" + name.replace('.', '_')))
                        .isPresent());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thereAreWordsForEveryOutcomeOfAPoll(Language language) throws IOException {
        // As the record of a poll documents them.
        String line = Files.readString(CODE.resolve("state/History.java"));
        String told = line.substring(line.indexOf("@param outcome"), line.indexOf("@param code"));
        List<String> outcomes = Pattern.compile("\\{@code ([a-z |]+)}")
                .matcher(told)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(" \\| ")))
                .toList();

        assertThat(outcomes)
                .contains("read", "pushed", "articles")
                .allSatisfy(outcome -> assertThat(Words.in(language).find("outcome_" + outcome))
                        .as(outcome)
                        .isPresent());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thereAreWordsForEveryCodeThatTheProgramNames(Language language) throws IOException {
        Set<String> codes = codes();

        assertThat(codes)
                .contains("disabled", "bare-ampersand", "possible-loss", "clock-skew", "listing-empty", "push-denied")
                .hasSizeGreaterThan(40)
                .allSatisfy(code -> assertThat(Words.in(language).find("condition_" + code))
                        .as(code)
                        .isPresent());
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String code : code()) {
            NAMED.matcher(code).results().map(found -> found.group(1)).forEach(codes::add);
            CONSTANT.matcher(code)
                    .results()
                    .map(WordsTest::constant)
                    .flatMap(name -> value(code, name).stream())
                    .forEach(codes::add);
        }
        return codes;
    }

    private static String constant(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static List<String> value(String code, String constant) {
        return Pattern.compile("String " + constant + " = \"([^\"]+)\"")
                .matcher(code)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> code() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(WordsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <E> List<String> missing(Words words, String kind, E[] all, Function<E, String> label) {
        return Arrays.stream(all)
                .map(one -> kind + label.apply(one))
                .filter(key -> words.find(key).isEmpty())
                .toList();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Properties written(String name) throws IOException {
        Properties words = new Properties();
        try (InputStream in = WordsTest.class.getResourceAsStream("/words/" + name + ".properties")) {
            words.load(in);
        }
        return words;
    }
}
