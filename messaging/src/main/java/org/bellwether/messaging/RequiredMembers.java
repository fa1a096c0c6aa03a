package org.bellwether.messaging;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a record read from JSON to what its type promises: a member that is not {@code @Nullable} is there. */
final class RequiredMembers {
    private RequiredMembers() {}

    static <T> T check(T record) {
        check(record, record.getClass().getSimpleName());
        return record;
    }

    private static void check(Object value, String path) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                check(list.get(i), path + "[" + i + "]");
            }
        } else if (value instanceof Record record
                && record.getClass().getPackageName().startsWith("org.bellwether")) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                String place = path + "." + component.getName();
                @Nullable Object member = read(component, record);
                if (member != null) {
                    check(member, place);
                } else if (!isNullable(component.getAnnotatedType())) {
                    throw new MalformedEventException(place + " is missing", null);
                }
            }
        }
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
