package org.bellwether.alert.subscription;

/**
 * What is wrong with a request.
 *
 * @param field of the request
 * @param message what it must be instead
 */
public record Violation(String field, String message) {}
