package org.bellwether.alert.console;

/**
 * How an issue does.
 *
 * @param id the issue's
 * @param name as the desk calls it
 * @param definition what belongs to it
 * @param lastDay items of the last 24 hours
 * @param lastWeek items of the last 7 days
 * @param chart of those 7 days
 */
public record IssueView(String id, String name, String definition, long lastDay, long lastWeek, Chart chart) {}
