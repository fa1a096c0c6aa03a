package org.bellwether.alert.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;

/**
 * What of a record is valid JSON, and beyond the types of the store (BSON 1.1: 64-bit integers, 64-bit floating point,
 * milliseconds since 1970 in 64 bits). Where it is beyond, the driver fails in words of its own, or takes infinity for it.
 */
final class StoreLimits {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_FOUND_CHARS = 60;

    private StoreLimits() {}

    /**
     * Passes if the store can hold every number of the record.
     *
     * @throws UnstorableException on the first it cannot hold
     */
    static void check(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT
                        && parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                    throw beyond(parser, "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE);
                }
                if (token == JsonToken.VALUE_NUMBER_FLOAT && !Double.isFinite(parser.getDoubleValue())) {
                    throw beyond(parser, "a number of at most " + Double.MAX_VALUE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from memory", e);
        }
    }

    /**
     * A time as the store has it.
     *
     * @param place the member it comes from
     * @throws UnstorableException when it lies beyond what the store can hold
     */
    static Date date(String place, Instant time) {
        try {
            return Date.from(time);
        } catch (IllegalArgumentException e) {
            throw new UnstorableException(
                    "at " + place + " expected a time within 292 million years of 1970, found " + time, e);
        }
    }

    private static UnstorableException beyond(JsonParser parser, String expected) throws IOException {
        String found = parser.getText();
        String shown = found.length() <= LONGEST_FOUND_CHARS ? found : found.substring(0, LONGEST_FOUND_CHARS) + "…";
        return new UnstorableException(
                "at " + place(parser.getParsingContext()) + " expected " + expected + ", found " + shown);
    }

    private static String place(JsonStreamContext context) {
        JsonStreamContext outer = context.getParent();
        String before = outer == null || outer.inRoot() ? "" : place(outer);
        return context.inArray()
                ? before + "[" + context.getCurrentIndex() + "]"
                : before + (before.isEmpty() ? "" : ".") + context.getCurrentName();
    }
}
