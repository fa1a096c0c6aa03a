package org.bellwether.messaging;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a record read from JSON to what its type promises: a member that is not {@code @Nullable} is there. */
final class RequiredMembers {

    private record Member(String name, RecordComponent component, boolean required) {}

    // Asking a class for its components copies them anew each time, and every event of the line passes here.
    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RequiredMembers::member)
                    .toList();
        }
    };

    private RequiredMembers() {}

    static <T> T check(T record) {
        String missing = missing(record);
        if (missing != null) {
            String path = missing.startsWith(".") ? missing.substring(1) : missing;
            throw new MalformedEventException("not " + Misread.named(record.getClass()) + ": " + path + " is missing");
        }
        return record;
    }

    /** Path of the first member that is missing, from this value on; null when none is. */
    private static @Nullable String missing(Object value) {
        if (value instanceof List<?> list) {
            return missingInList(list);
        }
        boolean ours =
                value instanceof Record && value.getClass().getPackageName().startsWith("org.bellwether");
        return ours ? missingInRecord(value) : null;
    }

    private static @Nullable String missingInList(List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            String missing = missing(list.get(i));
            if (missing != null) {
                return "[" + i + "]" + missing;
            }
        }
        return null;
    }

    private static @Nullable String missingInRecord(Object record) {
        for (Member member : MEMBERS.get(record.getClass())) {
            @Nullable Object value = read(member, record);
            String missing = value == null ? (member.required() ? "" : null) : missing(value);
            if (missing != null) {
                return "." + member.name() + missing;
            }
        }
        return null;
    }

    private static Member member(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Member(component.getName(), component, !nullable);
    }

    private static @Nullable Object read(Member member, Object record) {
        try {
            return member.component().getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + member.component(), e);
        }
    }
}
