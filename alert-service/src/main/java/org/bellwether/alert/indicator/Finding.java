package org.bellwether.alert.indicator;

import org.bellwether.events.LocalText;

/**
 * How a window does against a rule.
 *
 * @param satisfied the condition holds
 * @param observed what was seen, in {@code measure}
 * @param expected what it is held against
 * @param measure what is counted: {@code publishers}, {@code USD}, {@code people}, {@code conditions} …
 * @param words why (not)
 */
public record Finding(boolean satisfied, double observed, double expected, String measure, LocalText words) {}
