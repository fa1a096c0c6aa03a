package org.bellwether.events;

/**
 * Who publishes a feed.
 *
 * @param name as readers know it
 * @param owner owner group, lower-case slug; publishers of one owner count once where independence matters
 * @param kind what sort of source it is
 * @param country ISO 3166-1 alpha-2, upper case
 */
public record Publisher(String name, String owner, SourceKind kind, String country) {}
