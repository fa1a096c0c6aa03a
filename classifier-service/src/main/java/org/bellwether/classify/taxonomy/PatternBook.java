package org.bellwether.classify.taxonomy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.classify.match.Pattern;
import org.bellwether.classify.match.PatternParser;
import org.bellwether.classify.match.PatternSet;
import org.bellwether.classify.match.PatternSyntaxException;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.settings.Setting;
import org.jspecify.annotations.Nullable;

/** Numbers the patterns of a taxonomy; equal ones get one number. */
final class PatternBook {

    private final PatternParser parser;
    private final KoreanRoundTrip roundTrip;
    private final Map<String, Setting> listPlaces;
    private final Map<String, Pattern> lists = new HashMap<>();
    private final Set<String> listsBeingRead = new HashSet<>();
    private final Map<Pattern, Integer> numbers = new LinkedHashMap<>();

    PatternBook(TextAnalyser analyser, Map<String, Setting> listPlaces) {
        this.listPlaces = listPlaces;
        this.roundTrip = new KoreanRoundTrip(analyser);
        this.parser = new PatternParser(analyser, this::list);
        listPlaces.keySet().forEach(this::list);
    }

    /** All patterns, by number. */
    List<Pattern> patterns() {
        return List.copyOf(numbers.keySet());
    }

    /** Numbers of the patterns of a list of texts; refuses what cannot be read and what stands twice. */
    PatternSet read(Setting list) {
        return PatternSet.of(distinct(list).stream().map(this::number).toList());
    }

    /** The number of a pattern that stands alone. */
    PatternSet readOne(Setting text) {
        return PatternSet.of(List.of(number(parse(text))));
    }

    private int number(Pattern pattern) {
        return numbers.computeIfAbsent(pattern, unseen -> numbers.size());
    }

    /** Null where there is no such list, or nothing in it can be used. */
    private @Nullable Pattern list(String name) {
        Pattern known = lists.get(name);
        Setting place = listPlaces.get(name);
        if (known != null || place == null) {
            return known;
        }
        return place.read(list -> {
                    if (!listsBeingRead.add(name)) {
                        throw list.refuse("refers to itself");
                    }
                    try {
                        Pattern choices = new Pattern.AnyOf(new ArrayList<>(distinct(list)));
                        lists.put(name, choices);
                        return choices;
                    } finally {
                        listsBeingRead.remove(name);
                    }
                })
                .orElse(null);
    }

    private Set<Pattern> distinct(Setting list) {
        if (list.size() == 0) {
            throw list.refuse("holds no pattern");
        }
        Set<Pattern> patterns = new LinkedHashSet<>();
        list.each(element -> {
            if (!patterns.add(parse(element))) {
                throw element.refuse("the same pattern stands in this list before");
            }
            return element;
        });
        return patterns;
    }

    private Pattern parse(Setting place) {
        String source = place.text();
        roundTrip.lost(source).ifPresent(reason -> {
            throw place.refuse(reason);
        });
        try {
            return parser.parse(source);
        } catch (PatternSyntaxException e) {
            throw place.refuse(String.valueOf(e.getMessage()));
        }
    }
}
