package org.bellwether.classify.taxonomy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.classify.match.Pattern;
import org.bellwether.classify.match.PatternParser;
import org.bellwether.classify.match.PatternSyntaxException;
import org.bellwether.classify.text.TextAnalyser;
import org.jspecify.annotations.Nullable;

/** Numbers the patterns of a taxonomy; equal ones get one number. */
final class PatternBook {

    private final TextAnalyser analyser;
    private final PatternParser parser;
    private final KoreanRoundTrip roundTrip;
    private final Map<String, YamlPlace> listPlaces;
    private final Map<String, Pattern> lists = new HashMap<>();
    private final Set<String> listsBeingRead = new HashSet<>();
    private final Map<Pattern, Integer> numbers = new LinkedHashMap<>();

    PatternBook(TextAnalyser analyser, Map<String, YamlPlace> listPlaces) {
        this.analyser = analyser;
        this.listPlaces = listPlaces;
        this.roundTrip = new KoreanRoundTrip(analyser);
        this.parser = new PatternParser(analyser, this::list);
        listPlaces.keySet().forEach(this::list);
    }

    TextAnalyser analyser() {
        return analyser;
    }

    /** All patterns, by number. */
    List<Pattern> patterns() {
        return List.copyOf(numbers.keySet());
    }

    /** Numbers of the patterns of a list of texts; refuses what cannot be read and what stands twice. */
    List<Integer> read(YamlPlace place) {
        List<Integer> read = new ArrayList<>();
        for (YamlPlace element : place.elements()) {
            Pattern pattern = parse(element);
            if (pattern != null) {
                int number = numbers.computeIfAbsent(pattern, unseen -> numbers.size());
                if (read.contains(number)) {
                    element.refuse("the same pattern stands in this list before");
                }
                read.add(number);
            }
        }
        if (read.isEmpty() && place.isPresent()) {
            place.refuse("holds no pattern");
        }
        return List.copyOf(read);
    }

    private @Nullable Pattern list(String name) {
        Pattern known = lists.get(name);
        YamlPlace place = listPlaces.get(name);
        if (known != null || place == null) {
            return known;
        }
        if (!listsBeingRead.add(name)) {
            place.refuse("refers to itself");
            return null;
        }
        List<Pattern> choices = new ArrayList<>();
        for (YamlPlace element : place.elements()) {
            Pattern pattern = parse(element);
            if (pattern != null && choices.contains(pattern)) {
                element.refuse("the same pattern stands in this list before");
            } else if (pattern != null) {
                choices.add(pattern);
            }
        }
        if (choices.isEmpty()) {
            place.refuse("holds no pattern");
        }
        Pattern list = new Pattern.AnyOf(choices);
        lists.put(name, list);
        return list;
    }

    private @Nullable Pattern parse(YamlPlace place) {
        String source = place.text();
        if (source.isEmpty()) {
            return null;
        }
        roundTrip.lost(source).ifPresent(place::refuse);
        try {
            return parser.parse(source);
        } catch (PatternSyntaxException e) {
            place.refuse(e.getMessage() == null ? "cannot be read" : e.getMessage());
            return null;
        }
    }
}
