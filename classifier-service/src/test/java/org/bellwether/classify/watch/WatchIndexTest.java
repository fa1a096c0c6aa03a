package org.bellwether.classify.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.TextAnalyser;
import org.junit.jupiter.api.Test;

class WatchIndexTest {

    private static final TextAnalyser ANALYSER = TextAnalyser.plain();
    private static final WatchParser PARSER = new WatchParser(ANALYSER);

    @Test
    void eachChangeMakesAnotherIndexAndLeavesTheFormer() throws WatchSyntaxException {
        WatchIndex one = WatchIndex.EMPTY.with("a", PARSER.parse("troops"));
        WatchIndex two = one.with("b", PARSER.parse("troops OR tariff"));
        WatchIndex replaced = two.with("a", PARSER.parse("tariff"));
        WatchIndex fewer = replaced.without("b").without("nobody");

        WatchedItem item = item("Troops stay");
        assertThat(WatchIndex.EMPTY.match(item)).isEmpty();
        assertThat(one.match(item)).containsExactly("a");
        assertThat(two.match(item)).containsExactly("a", "b");
        assertThat(replaced.match(item)).containsExactly("b");
        assertThat(fewer.match(item)).isEmpty();
        assertThat(List.of(one.size(), two.size(), replaced.size(), fewer.size()))
                .containsExactly(1, 2, 2, 1);
    }

    @Test
    void visitsEachWatchOnce() throws WatchSyntaxException {
        TreeMap<String, String> seen = new TreeMap<>();

        WatchIndex.EMPTY
                .with("a", PARSER.parse("troops OR tariff"))
                .with("b", PARSER.parse("cut*"))
                .forEach((id, query) -> seen.put(id, query.source()));

        assertThat(seen).hasToString("{a=troops OR tariff, b=cut*}");
    }

    @Test
    void watchesOfManyWordsComeAndGoAsShortOnesDo() throws WatchSyntaxException {
        String many = IntStream.range(0, 60).mapToObj(i -> "word" + i).collect(Collectors.joining(" OR "));
        WatchIndex index = WatchIndex.EMPTY
                .with("short", PARSER.parse("word7 troops"))
                .with("long", PARSER.parse("(" + many + ") troops"))
                .with("other", PARSER.parse("word7 OR tariff"));

        assertThat(index.match(item("word7 word8 troops"))).containsExactly("long", "other", "short");
        assertThat(index.without("short").match(item("word7 troops"))).containsExactly("long", "other");
        assertThat(index.without("long").match(item("word7 troops"))).containsExactly("other", "short");
    }

    @Test
    void thousandsOfWatchesComeAndGoAndTheRestAreFound() throws WatchSyntaxException {
        Random random = new Random(7);
        TreeMap<String, WatchQuery> watches = new TreeMap<>();
        WatchIndex index = WatchIndex.EMPTY;
        for (int i = 0; i < 20_000; i++) {
            String id = "w" + random.nextInt(3_000);
            if (random.nextInt(3) == 0) {
                watches.remove(id);
                index = index.without(id);
            } else {
                watches.put(id, PARSER.parse(word(random) + (random.nextBoolean() ? " " : " OR ") + word(random)));
                index = index.with(id, watches.get(id));
            }
        }

        for (int i = 0; i < 200; i++) {
            List<String> words = new ArrayList<>();
            random.ints(12, 0, 1).forEach(any -> words.add(word(random)));
            WatchedItem item = item(String.join(" ", words));
            assertThat(index.match(item))
                    .isEqualTo(watches.keySet().stream()
                            .filter(id -> watches.get(id).matches(item))
                            .toList());
        }
        assertThat(index.size()).isEqualTo(watches.size());
    }

    /** Rare ones and frequent ones. */
    private static String word(Random random) {
        return "q" + (int) (400 * Math.pow(random.nextDouble(), 3)) + (random.nextInt(8) == 0 ? "*" : "z");
    }

    private static WatchedItem item(String title) {
        return WatchedItem.of(ANALYSER.analyse(title), AnalysedText.EMPTY, "en", List.of());
    }
}
