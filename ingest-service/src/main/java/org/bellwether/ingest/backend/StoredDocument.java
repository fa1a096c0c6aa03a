package org.bellwether.ingest.backend;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A document of the store, which another release or a person may have written. A member that is not what it should be is a
 * fault, told by its name, and reads as if it were not there; members that nobody asks for are passed over.
 */
public final class StoredDocument {

    private final Document members;
    private final String path;
    private final List<String> faults;

    private StoredDocument(Document members, String path, List<String> faults) {
        this.members = members;
        this.path = path;
        this.faults = faults;
    }

    public static StoredDocument of(Document members) {
        return new StoredDocument(members, "", new ArrayList<>());
    }

    /** What was wrong with the members asked for until now, those of its parts too: {@code next.at is no time}. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    public @Nullable String text(String name) {
        return member(name, String.class, "text");
    }

    public byte @Nullable [] bytes(String name) {
        @Nullable Binary bytes = member(name, Binary.class, "run of bytes");
        return bytes == null ? null : bytes.getData();
    }

    /** A point in time (UTC). */
    public @Nullable Instant time(String name) {
        @Nullable Date date = member(name, Date.class, "time");
        return date == null ? null : date.toInstant();
    }

    /** A whole number, however wide it was written. */
    public @Nullable Long number(String name) {
        @Nullable Number number = member(name, Number.class, "number");
        if (number != null && number.doubleValue() != number.longValue()) {
            faults.add(path + name + " is no whole number");
            return null;
        }
        return number == null ? null : number.longValue();
    }

    /** The same where it is never absent. */
    public long number(String name, long otherwise) {
        return Objects.requireNonNullElse(number(name), otherwise);
    }

    /** A number of things. */
    public int count(String name) {
        long number = number(name, 0);
        if (number < 0 || number > Integer.MAX_VALUE) {
            faults.add(path + name + " is no number of things");
            return 0;
        }
        return (int) number;
    }

    /** False where it is absent. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(member(name, Boolean.class, "true or false"));
    }

    /** A length of time, kept in milliseconds. */
    public @Nullable Duration length(String name) {
        @Nullable Long millis = number(name);
        return millis == null ? null : Duration.ofMillis(millis);
    }

    /** One of a few words. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> words) {
        @Nullable String word = text(name);
        for (E known : words.getEnumConstants()) {
            if (known.name().equals(word)) {
                return known;
            }
        }
        if (word != null) {
            faults.add(path + name + " is " + word + ", which is not known here");
        }
        return null;
    }

    public @Nullable URI address(String name) {
        @Nullable String address = text(name);
        try {
            return address == null ? null : new URI(address);
        } catch (URISyntaxException e) {
            faults.add(path + name + " is no address");
            return null;
        }
    }

    public @Nullable StoredDocument part(String name) {
        @Nullable Document part = member(name, Document.class, "document");
        return part == null ? null : new StoredDocument(part, path + name + ".", faults);
    }

    /** Documents in order; without those that are none. */
    public List<StoredDocument> parts(String name) {
        List<StoredDocument> parts = new ArrayList<>();
        List<?> written = list(name);
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i) instanceof Document part) {
                parts.add(new StoredDocument(part, path + name + "[" + i + "].", faults));
            } else {
                faults.add(path + name + "[" + i + "] is no document");
            }
        }
        return parts;
    }

    /** Texts in order; without what is none. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object written : list(name)) {
            if (written instanceof String text) {
                texts.add(text);
            } else {
                faults.add(path + name + " has something that is no text");
            }
        }
        return texts;
    }

    /** Addresses in order; without those that are none. */
    public List<URI> addresses(String name) {
        List<URI> addresses = new ArrayList<>();
        for (Object written : list(name)) {
            try {
                addresses.add(new URI(String.valueOf(written)));
            } catch (URISyntaxException e) {
                faults.add(path + name + " has something that is no address");
            }
        }
        return addresses;
    }

    /** The value of a member that has to be there; what is missing is a fault. */
    public <T> @Nullable T needed(String name, @Nullable T value) {
        if (value == null && members.get(name) == null) {
            faults.add(path + name + " is missing");
        }
        return value;
    }

    /** What is made of a member; null, and a fault, when it cannot be made of what is written. */
    public <T> @Nullable T made(String name, Supplier<@Nullable T> making) {
        try {
            return making.get();
        } catch (RuntimeException e) {
            faults.add(path + name + " is of no use: " + e.getMessage());
            return null;
        }
    }

    /** Notes something else that is wrong with a member. */
    public void fault(String name, String what) {
        faults.add(path + name + " " + what);
    }

    private List<?> list(String name) {
        @Nullable List<?> list = member(name, List.class, "list");
        return list == null ? List.of() : list;
    }

    private <T> @Nullable T member(String name, Class<T> type, String kind) {
        @Nullable Object written = members.get(name);
        if (written == null || type.isInstance(written)) {
            return type.cast(written);
        }
        faults.add(path + name + " is no " + kind);
        return null;
    }
}
