package org.bellwether.benchmarks;

import java.util.List;

/** Makes items differ in their words, as news does, so that they are not taken for copies of one story. */
final class Words {

    private static final List<String> FIRST = List.of(
            "steel",
            "amber",
            "river",
            "northern",
            "copper",
            "coastal",
            "velvet",
            "granite",
            "silver",
            "orchard",
            "harbour",
            "meadow",
            "crimson",
            "winter",
            "cedar",
            "marble",
            "prairie",
            "lantern");
    private static final List<String> SECOND = List.of(
            "cars",
            "batteries",
            "pumps",
            "turbines",
            "cables",
            "boilers",
            "lenses",
            "tractors",
            "valves",
            "panels",
            "engines",
            "sensors",
            "ferries",
            "looms",
            "presses",
            "magnets",
            "bearings");

    private Words() {}

    static String distinct(int n) {
        return FIRST.get(n % FIRST.size()) + " " + SECOND.get(n / 3 % SECOND.size()) + " of type " + (n * 7919 % 9973);
    }
}
