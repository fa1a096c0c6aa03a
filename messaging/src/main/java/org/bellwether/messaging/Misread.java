package org.bellwether.messaging;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why bytes are not the record they should be: where, what was expected there, and what stands there. */
final class Misread {

    private static final int LONGEST_FOUND_CHARS = 60;
    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class, BigDecimal.class);

    private final ObjectMapper mapper;

    Misread(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The record's name with its article: {@code an alert}, {@code a tagged item}. */
    static String named(Class<?> type) {
        String name =
                type.getSimpleName().replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    /** Why these bytes cannot be read as that record, in words. */
    String words(byte[] json, Class<?> type, JsonProcessingException failure) {
        String what = "not " + named(type) + ": ";
        try {
            JsonNode tree = mapper.readTree(json);
            return what + (failure instanceof JsonMappingException mapping ? member(tree, mapping) : unread(failure));
        } catch (JsonProcessingException e) {
            return what + unread(e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from memory", e);
        }
    }

    private static String unread(JsonProcessingException failure) {
        @Nullable JsonLocation at = failure.getLocation();
        String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return "cannot be read as JSON" + place;
    }

    private String member(JsonNode tree, JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        @Nullable JsonNode found = tree;
        for (JsonMappingException.Reference step : failure.getPath()) {
            boolean inList = step.getFieldName() == null;
            path.append(inList ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + step.getFieldName());
            if (found != null) {
                found = inList ? found.get(step.getIndex()) : found.get(step.getFieldName());
            }
        }
        if (found == null) {
            return path + " is missing";
        }
        String at = path.isEmpty() ? "" : "at " + path + " ";
        return at + "expected " + expected(failure) + ", found " + shown(found);
    }

    private String expected(JsonMappingException failure) {
        @Nullable Class<?> type = target(failure);
        if (type == null) {
            return "another value";
        }
        if (type == Instant.class) {
            return "a time such as 2026-11-22T07:00:00Z";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> mapper.convertValue(constant, String.class))
                            .collect(Collectors.joining(", "));
        }
        return kind(type);
    }

    private static @Nullable Class<?> target(JsonMappingException failure) {
        if (failure.getCause() instanceof InputCoercionException outOfRange) {
            return outOfRange.getTargetType();
        }
        return failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    }

    private static String kind(Class<?> type) {
        if (WHOLE_NUMBERS.contains(type)) {
            return "a whole number within its range";
        }
        if (NUMBERS.contains(type)) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    /** As JSON writes it, so that a line break in it breaks no line of a log. */
    private static String shown(JsonNode found) {
        if (found.isContainerNode()) {
            return found.isArray() ? "a list" : "an object";
        }
        String value = found.toString();
        return value.length() <= LONGEST_FOUND_CHARS ? value : value.substring(0, LONGEST_FOUND_CHARS) + "…";
    }
}
