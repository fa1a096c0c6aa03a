package org.bellwether.alert.archive;

/**
 * How much an issue was in the news.
 *
 * @param issue issue id
 * @param lastDay items of the last 24 hours
 * @param lastWeek items of the last 7 days
 */
public record IssueCounts(String issue, long lastDay, long lastWeek) {}
