package org.bellwether.settings;

/**
 * Something wrong in a file.
 *
 * @param file its name
 * @param line counted from 1
 * @param path such as {@code feeds[3].zone}; {@code file} where no member is meant
 * @param reason what is wrong and what would be right
 */
public record Fault(String file, int line, String path, String reason) {

    /** {@code file, line 12, feeds[3].zone: reason}. */
    @Override
    public String toString() {
        return file + ", line " + line + ", " + path + ": " + reason;
    }
}
