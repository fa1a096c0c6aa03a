package org.bellwether.ingest.api.console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bellwether.web.Problems;
import org.bellwether.web.Violation;

/**
 * A document that a page carries from one step to the next, so that whichever instance answers needs to remember nothing.
 * It is taken for no more than if it had been sent again.
 */
final class Carried {

    private Carried() {}

    static String of(byte[] document) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(document);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /** The document, to be read no further than a document may be long; a problem when it is none. */
    static InputStream open(String carried) {
        try {
            return new GZIPInputStream(
                    new ByteArrayInputStream(Base64.getDecoder().decode(carried)));
        } catch (IOException | IllegalArgumentException e) {
            throw Problems.invalid(
                    new Violation("document", "is not what the page carried; choose the file once more"));
        }
    }
}
