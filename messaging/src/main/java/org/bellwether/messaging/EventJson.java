package org.bellwether.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The one JSON form of the records: camelCase, ISO-8601 instants, nothing where there is nothing to say. */
public final class EventJson {

    private static final int LONGEST_TEXT_CHARS = 8 * 1024 * 1024;

    private static final ObjectMapper MAPPER = configure(JsonMapper.builder().build());
    private static final Misread MISREAD = new Misread(MAPPER);

    private EventJson() {}

    /** Sets a mapper up for the records; services apply it to their REST mapper too, so that both speak alike. */
    public static ObjectMapper configure(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_TEXT_CHARS)
                        .build());
        return mapper.registerModule(new JavaTimeModule())
                // A record's own copy of a list would fail on it, and say neither where nor what.
                .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    /** The record as UTF-8 JSON. */
    public static byte[] write(Object record) {
        try {
            return MAPPER.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + record.getClass().getSimpleName(), e);
        }
    }

    /**
     * Reads a record.
     *
     * @throws MalformedEventException when the bytes are not JSON of that record, with the place, what was expected and what stands
     *     there
     */
    public static <T> T read(byte @Nullable [] json, Class<T> type) {
        if (json == null || json.length == 0) {
            throw new MalformedEventException("no body where " + Misread.named(type) + " was expected");
        }
        try {
            @Nullable T record = MAPPER.readValue(json, type);
            if (record == null) {
                throw new MalformedEventException("null where " + Misread.named(type) + " was expected");
            }
            return RequiredMembers.check(record);
        } catch (JsonProcessingException e) {
            throw new MalformedEventException(MISREAD.words(json, type, e));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from memory", e);
        }
    }
}
