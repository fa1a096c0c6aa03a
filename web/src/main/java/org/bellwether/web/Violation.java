package org.bellwether.web;

/**
 * What is wrong with a request.
 *
 * @param field of the request: a parameter's name, or the JSON path of a member such as {@code indicators[0]}
 * @param message what it must be instead
 */
public record Violation(String field, String message) {}
