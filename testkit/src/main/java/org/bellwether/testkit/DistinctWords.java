package org.bellwether.testkit;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes items differ in their words, as news does, so that they are not taken for copies of one story. */
public final class DistinctWords {

    private static final List<String> WORDS = List.of(
            "amber",
            "anchor",
            "barley",
            "basket",
            "beacon",
            "birch",
            "bronze",
            "cable",
            "cedar",
            "coastal",
            "copper",
            "crimson",
            "dune",
            "ember",
            "ferry",
            "fjord",
            "granite",
            "harbour",
            "hazel",
            "iris",
            "ivory",
            "jasmine",
            "juniper",
            "lantern",
            "lens",
            "magnet",
            "marble",
            "meadow",
            "mosaic",
            "northern",
            "olive",
            "orchard",
            "pebble",
            "pine",
            "prairie",
            "quartz",
            "river",
            "saffron",
            "sensor",
            "silver",
            "spruce",
            "tractor",
            "turbine",
            "valve",
            "velvet",
            "walnut",
            "willow",
            "winter");

    private DistinctWords() {}

    /** So many words, the same for the same number, next to none in common with those of another. */
    public static String of(int number, int words) {
        Random random = new Random(number * 7_919L);
        return random.ints(words, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
    }
}
