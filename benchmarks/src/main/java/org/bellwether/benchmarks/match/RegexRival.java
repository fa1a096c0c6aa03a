package org.bellwether.benchmarks.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.classify.match.Pattern.AnyOf;
import org.bellwether.classify.match.Pattern.Further;
import org.bellwether.classify.match.Pattern.Near;
import org.bellwether.classify.match.Pattern.Prefix;
import org.bellwether.classify.match.Pattern.Sequence;
import org.bellwether.classify.match.Pattern.Word;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.watch.Clause;
import org.bellwether.classify.watch.WatchQuery;

/** A loop over regular expressions, one for each phrase of each query, on the item's terms written side by side. */
final class RegexRival implements Rival {

    /** Fields as text. */
    private record Page(String title, String text, Item item) {}

    /** A query made of expressions. */
    private interface Test {
        boolean matches(Page page);
    }

    private final Map<String, Test> tests = new TreeMap<>();

    RegexRival(Map<String, WatchQuery> watches) {
        watches.forEach((id, query) -> tests.put(id, test(query.clause())));
    }

    @Override
    public List<String> match(Item item) {
        Page page = new Page(written(item.title()), written(item.text()), item);
        List<String> matched = new ArrayList<>();
        tests.forEach((id, test) -> {
            if (test.matches(page)) {
                matched.add(id);
            }
        });
        return matched;
    }

    private static String written(AnalysedText text) {
        return IntStream.range(0, text.size()).mapToObj(text::term).collect(Collectors.joining(" "));
    }

    private static Test test(Clause clause) {
        if (clause instanceof Clause.All all) {
            List<Test> parts = all.clauses().stream().map(RegexRival::test).toList();
            return page -> parts.stream().allMatch(part -> part.matches(page));
        }
        if (clause instanceof Clause.Any any) {
            List<Test> parts = any.clauses().stream().map(RegexRival::test).toList();
            return page -> parts.stream().anyMatch(part -> part.matches(page));
        }
        if (clause instanceof Clause.Not not) {
            Test unwanted = test(not.clause());
            return page -> !unwanted.matches(page);
        }
        if (clause instanceof Clause.Language language) {
            return page -> page.item().language().equals(language.tag());
        }
        if (clause instanceof Clause.Source source) {
            return page -> page.item().sources().contains(source.id());
        }
        Clause.Words words = (Clause.Words) clause;
        Pattern pattern = Pattern.compile("(?<!\\S)" + expression(words.pattern()) + "(?!\\S)");
        List<Function<Page, String>> fields = switch (words.scope()) {
            case ANYWHERE -> List.of(Page::title, Page::text);
            case TITLE -> List.of(Page::title);
            case TEXT -> List.of(Page::text);
        };
        return page -> fields.stream()
                .anyMatch(field -> pattern.matcher(field.apply(page)).find());
    }

    private static String expression(org.bellwether.classify.match.Pattern pattern) {
        if (pattern instanceof Word word) {
            return Pattern.quote(word.term());
        }
        if (pattern instanceof Prefix prefix) {
            return Pattern.quote(prefix.start()) + "\\S*";
        }
        if (pattern instanceof AnyOf any) {
            return joined(any.choices(), "|");
        }
        if (pattern instanceof Sequence sequence) {
            return joined(sequence.parts(), " ");
        }
        Near near = (Near) pattern;
        Further other = near.others().get(0);
        String between = " (?:\\S+ ){0," + other.distance() + "}";
        String left = expression(near.first());
        String right = expression(other.part());
        return other.ordered()
                ? left + between + right
                : Stream.of(left + between + right, right + between + left)
                        .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String joined(List<org.bellwether.classify.match.Pattern> parts, String between) {
        return parts.stream().map(RegexRival::expression).collect(Collectors.joining(between, "(?:", ")"));
    }
}
