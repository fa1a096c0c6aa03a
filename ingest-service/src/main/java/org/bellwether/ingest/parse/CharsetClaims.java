package org.bellwether.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The charsets that are said of a document, before anybody has looked whether that is so.
 *
 * @param known names of charsets there are, the one that counts first (RFC 7303 §3.2: HTTP before the XML declaration or the {@code meta} of a page)
 * @param unknown who named a charset that there is not, and which, in words
 */
record CharsetClaims(List<String> known, List<String> unknown) {

    private static final Pattern HTTP = Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML =
            Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern META =
            Pattern.compile("<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final int HEAD_BYTES = 1024;

    /** Where browsers look too; what stands later there is not believed. */
    private static final int PAGE_HEAD_BYTES = 4096;

    private static final int LONGEST_NAME = 40;

    CharsetClaims {
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
    }

    static CharsetClaims of(byte[] body, @Nullable String contentType, Predicate<String> exists) {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        sort("the Content-Type", HTTP.matcher(contentType == null ? "" : contentType), exists, known, unknown);
        sort("the XML declaration", XML.matcher(head(body, HEAD_BYTES)), exists, known, unknown);
        return new CharsetClaims(known, unknown);
    }

    static CharsetClaims ofPage(byte[] body, @Nullable String contentType, Predicate<String> exists) {
        CharsetClaims outer = of(body, contentType, exists);
        List<String> known = new ArrayList<>(outer.known());
        List<String> unknown = new ArrayList<>(outer.unknown());
        // Whoever can read the meta byte by byte is not reading UTF-16, whatever that says.
        Predicate<String> readable =
                name -> exists.test(name) && !name.toLowerCase(Locale.ROOT).startsWith("utf-16");
        sort("the page", META.matcher(head(body, PAGE_HEAD_BYTES)), readable, known, unknown);
        return new CharsetClaims(known, unknown);
    }

    /** Says what stood in for charsets that there are not. */
    void tellUnknown(String used, Repairs repairs) {
        if (!unknown.isEmpty()) {
            repairs.note(
                    "unknown-charset",
                    "There is no such charset as " + String.join(" and ", unknown) + "; the document was read as "
                            + used,
                    1);
        }
    }

    /** Says so where the document is not what the claim that counts says; that may name UTF-16 without the order of its bytes. */
    void tellWrong(Charset used, Repairs repairs) {
        String first = known.isEmpty() ? used.name() : known.get(0);
        Charset claimed = CharsetNames.find(first);
        if (claimed == null
                || !(claimed.name().startsWith(used.name()) || used.name().startsWith(claimed.name()))) {
            repairs.note("charset", "The document says it is " + first + " but is " + used.name(), 1);
        }
    }

    private static void sort(
            String who, Matcher claim, Predicate<String> exists, List<String> known, List<String> unknown) {
        if (!claim.find()) {
            return;
        }
        String name = claim.group(1);
        if (exists.test(name)) {
            known.add(name);
        } else {
            String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
            unknown.add("\"" + shown + "\", which " + who + " names");
        }
    }

    private static String head(byte[] body, int bytes) {
        return new String(Arrays.copyOf(body, Math.min(body.length, bytes)), StandardCharsets.ISO_8859_1);
    }
}
