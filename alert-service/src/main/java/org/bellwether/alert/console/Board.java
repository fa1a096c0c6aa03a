package org.bellwether.alert.console;

import java.util.List;

/**
 * The desk at a glance.
 *
 * @param firing how many indicators fire, in words
 * @param feeds how many feeds are read well, in words
 * @param blind whether they are so few that quiet says little
 * @param indicators those that fire first
 * @param issues in the taxonomy's order
 * @param scale what the issues' bars show, and how many fill one
 * @param items newest first
 */
public record Board(
        String firing,
        String feeds,
        boolean blind,
        List<IndicatorView> indicators,
        List<IssueView> issues,
        String scale,
        List<ItemView> items) {

    public Board {
        indicators = List.copyOf(indicators);
        issues = List.copyOf(issues);
        items = List.copyOf(items);
    }
}
