package org.bellwether.standalone.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One feed of an invented outlet: who publishes it, in what form, and with what manners.
 *
 * @param id names it in the script, in its URL and in the catalogue
 * @param special what a reader of the index page should know about it
 */
record DemoFeed(String id, Outlet outlet, Form form, Manner manner, String special) {

    DemoFeed {
        Written.required("id", id);
        Written.required("outlet", outlet);
        Written.required("form", form);
        Written.required("special", special);
        if (!id.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("id '" + id + "' has other characters than a-z, 0-9 and -");
        }
        manner = manner == null ? Manner.GOOD : manner;
    }

    /** Where the server offers it. */
    String path() {
        return "/feeds/" + id + ".xml";
    }

    /**
     * Who speaks. Names are invented.
     *
     * @param owner whose outlets count as one voice
     * @param country ISO 3166 code
     * @param zone of its newsroom, an IANA name
     */
    record Outlet(String name, String owner, Kind kind, String country, Locale language, String zone) {
        Outlet {
            Written.required("name", name);
            Written.required("owner", owner);
            Written.required("kind", kind);
            Written.required("country", country);
            Written.required("language", language);
            Written.required("zone", zone);
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                throw new IllegalArgumentException("'" + zone + "' is no time zone");
            }
        }

        /** The zone in which its dates are written. */
        ZoneId newsroomZone() {
            return ZoneId.of(zone);
        }
    }

    /** What sort of source it is, as in the catalogue. */
    enum Kind {
        @JsonProperty("news")
        NEWS,
        @JsonProperty("gov")
        GOV,
        @JsonProperty("thinktank")
        THINKTANK
    }

    /**
     * How it is written.
     *
     * @param charset of the bytes, UTF-8 unless said
     * @param damaged whether its ampersands stand bare and its dots as HTML entities, as no XML parser likes
     */
    record Form(
            Format format,
            Content content,
            @Nullable Charset charset,
            @Nullable Dates dates,
            boolean damaged) {
        Form {
            Written.required("format", format);
            Written.required("content", content);
            charset = charset == null ? StandardCharsets.UTF_8 : charset;
            dates = dates == null ? Dates.STANDARD : dates;
        }

        @Override
        public Charset charset() {
            return charset == null ? StandardCharsets.UTF_8 : charset;
        }

        @Override
        public Dates dates() {
            return dates == null ? Dates.STANDARD : dates;
        }
    }

    /** The syndication format. */
    enum Format {
        @JsonProperty("rss2.0")
        RSS_2_0("RSS 2.0", "application/rss+xml"),
        @JsonProperty("rss1.0")
        RSS_1_0("RSS 1.0", "application/rdf+xml"),
        @JsonProperty("rss0.91")
        RSS_0_91("RSS 0.91", "text/xml"),
        @JsonProperty("atom1.0")
        ATOM_1_0("Atom 1.0", "application/atom+xml");

        private final String title;
        private final String mediaType;

        Format(String title, String mediaType) {
            this.title = title;
            this.mediaType = mediaType;
        }

        String title() {
            return title;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** How the text of an item stands in the feed. */
    enum Content {
        @JsonProperty("plain")
        PLAIN,
        @JsonProperty("html")
        HTML,
        @JsonProperty("xhtml")
        XHTML
    }

    /** How dates are written. */
    enum Dates {
        /** As the format's specification wants them. */
        @JsonProperty("standard")
        STANDARD,
        /** {@code 2026-03-02 18:30:00}, as Korean sites often write, the zone left to the reader. */
        @JsonProperty("zoneless")
        ZONELESS
    }

    /**
     * How its server behaves.
     *
     * @param conditional whether it sends validators and answers 304 (RFC 9110 section 13); it does unless said
     * @param delaySeconds before it answers
     * @param fails whether it answers 500 to everything
     */
    record Manner(@Nullable Boolean conditional, int delaySeconds, boolean fails) {
        private static final Manner GOOD = new Manner(true, 0, false);

        Manner {
            if (delaySeconds < 0 || delaySeconds > 30) {
                throw new IllegalArgumentException("delaySeconds is not within 0 to 30");
            }
        }

        boolean validates() {
            return conditional == null || conditional;
        }

        Duration delay() {
            return Duration.ofSeconds(delaySeconds);
        }
    }
}
