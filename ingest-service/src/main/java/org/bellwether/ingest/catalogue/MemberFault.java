package org.bellwether.ingest.catalogue;

/**
 * A member of a feed that is wrong.
 *
 * @param member its name as in {@link FeedMembers#NAMES}
 * @param reason what is wrong and what would be right
 */
public record MemberFault(String member, String reason) {}
