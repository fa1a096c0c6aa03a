package org.bellwether.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Keeps what anybody may send from becoming time series without end. */
final class RequestMetrics {

    private static final String METHOD = "method";

    /** RFC 9110 §9.3, RFC 5789. */
    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private RequestMetrics() {}

    /** Counts all methods that HTTP does not define as one. */
    @Produces
    @Singleton
    static MeterFilter knownMethods() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String method = id.getTag(METHOD);
                boolean odd = id.getName().startsWith("http.server.") && method != null && !KNOWN.contains(method);
                return odd ? id.replaceTags(known(id.getTags())) : id;
            }
        };
    }

    private static List<Tag> known(List<Tag> tags) {
        return tags.stream()
                .map(tag -> tag.getKey().equals(METHOD) ? Tag.of(METHOD, "OTHER") : tag)
                .toList();
    }
}
