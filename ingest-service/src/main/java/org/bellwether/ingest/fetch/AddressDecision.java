package org.bellwether.ingest.fetch;

/**
 * Whether a connection to an address may be made.
 *
 * @param reason in words, for logs and diagnoses: {@code 10.0.0.7 is a private address (RFC 1918)}
 */
public record AddressDecision(boolean allowed, String reason) {}
