package org.bellwether.classify.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The share of items that hold a term, for choosing what to file a query under. Terms of the shipped list were counted; any
 * other is taken to be rare. A wrong guess costs time and changes no result.
 */
final class TermRarity {

    /** Of a language or of a publisher, where many are read. */
    static final double LANGUAGE = 0.5;

    static final double SOURCE = 0.03;
    /** How much rarer a term is in titles alone. */
    static final double IN_TITLE = 0.25;

    private static final double UNLISTED = 0.002;
    private static final double SHORTEST_PREFIX = 0.1;
    private static final Map<String, Double> LISTED = read();

    private TermRarity() {}

    static double of(String term) {
        return LISTED.getOrDefault(term, UNLISTED);
    }

    /** Each further letter leaves a third of the terms, and the term that is the prefix itself remains. */
    static double ofPrefix(String start) {
        return Math.max(of(start), SHORTEST_PREFIX / Math.pow(3, start.length() - Keys.SHORTEST_PREFIX));
    }

    private static Map<String, Double> read() {
        try (InputStream list = Objects.requireNonNull(TermRarity.class.getResourceAsStream("frequent-terms.txt"))) {
            Map<String, Double> shares = new HashMap<>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int space = line.lastIndexOf(' ');
                        shares.put(line.substring(0, space), Integer.parseInt(line.substring(space + 1)) / 1000.0);
                    });
            return Map.copyOf(shares);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
