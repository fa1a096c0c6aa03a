package org.bellwether.classify.taxonomy;

/**
 * Something wrong in a taxonomy file.
 *
 * @param line from 1; 0 where the file as a whole is meant
 * @param path of the member, such as {@code issues[3].concepts[0].patterns[2]}
 * @param reason in words
 */
public record Violation(int line, String path, String reason) {

    @Override
    public String toString() {
        return "line " + line + ", " + path + ": " + reason;
    }
}
