package org.bellwether.classify.evaluate;

/**
 * Something wrong or missing in what was found.
 *
 * @param weight how sure the classifier was of it, 0 to 1; the surest are the worst
 * @param item its id and the beginning of its words
 * @param what is wrong
 * @param evidence that misled
 */
public record Mistake(double weight, String item, String what, String evidence) {}
